// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** As {@link OnEveryGreenMail}, for the versions that know XOAUTH2. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(autoCloseArguments = false)
@ArgumentsSource(RunningGreenMails.WithXoauth2.class)
@interface OnGreenMailWithXoauth2 {}
