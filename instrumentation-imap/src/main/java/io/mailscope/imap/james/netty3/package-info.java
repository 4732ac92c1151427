// SPDX-License-Identifier: Apache-2.0

/**
 * IMAP on Apache James 3.0 to 3.7: Netty 3, and a chain of processors that serves a command on one
 * thread.
 *
 * <p>A line is decoded on the connection's I/O thread and served on the same or another one, in
 * {@code ImapChannelUpstreamHandler.messageReceived}: pipelined commands are decoded while one is
 * served. IDLE and AUTHENTICATE go on after that, in the lines that they ask for.
 */
package io.mailscope.imap.james.netty3;
