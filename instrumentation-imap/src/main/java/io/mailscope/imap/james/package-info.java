// SPDX-License-Identifier: Apache-2.0

/**
 * IMAP on Apache James 3.8: Netty 4, and a Reactor {@code Mono} for each command.
 *
 * <p>A line is decoded on the connection's event loop and handed to {@code
 * DefaultProcessor.processReactive}, whose {@code Mono} runs when the commands before it are done,
 * on whatever threads. Replies go through the {@code ResponseEncoder} that was made for the
 * command: it is the command's key. IDLE, AUTHENTICATE, STARTTLS and COMPRESS are answered after
 * their {@code Mono}: a command ends when it is done and its tagged response was written.
 */
package io.mailscope.imap.james;
