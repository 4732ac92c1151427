// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.subethasmtp;

import static java.util.Arrays.asList;

import io.mailscope.hook.HookedType;
import java.util.List;

/** The classes that are advised, in SubEtha and in its copy in fake-smtp-server. */
final class SubEthaAuthHooks {

  static final String SUBETHA = "org.subethamail.smtp.";
  static final String FAKE_SMTP_SERVER = "de.gessnerfl.fakesmtp.smtp.";

  private SubEthaAuthHooks() {}

  static List<HookedType> all() {
    return asList(
        new AuthCommandInstrumentation(),
        new SessionInstrumentation(),
        new AnswerInstrumentation(),
        new HandlerInstrumentation());
  }
}
