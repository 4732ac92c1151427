// SPDX-License-Identifier: Apache-2.0

/**
 * SMTP on GreenMail. One connection is one thread: {@code SmtpHandler.run()} greets and then calls
 * {@code handleCommand()} until the end, which reads a line and answers it.
 */
package io.mailscope.smtp.greenmail;
