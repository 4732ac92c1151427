// SPDX-License-Identifier: Apache-2.0

/**
 * Authentication on SubEtha SMTP. What checks is an application's handler, behind an interface and
 * often a lambda, so nothing of it is advised: each line that SubEtha hands to it begins a step,
 * and what SubEtha then says tells what the step was.
 */
package io.mailscope.auth.subethasmtp;
