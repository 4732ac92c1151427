// SPDX-License-Identifier: Apache-2.0

/**
 * POP3 on GreenMail. One connection is one thread: {@code Pop3Handler.run()} greets and then calls
 * {@code handleCommand()} until the end, which reads a line and answers it.
 */
package io.mailscope.pop3.greenmail;
