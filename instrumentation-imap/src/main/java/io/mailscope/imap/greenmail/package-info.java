// SPDX-License-Identifier: Apache-2.0

/**
 * IMAP on GreenMail. One connection is one thread: {@code ImapHandler.run()} greets and then calls
 * {@code ImapRequestHandler.handleRequest(…)} until the end, which waits for the first character of
 * a line, answers the line in {@code doProcessRequest(…)} and skips what is left of it.
 */
package io.mailscope.imap.greenmail;
