// SPDX-License-Identifier: Apache-2.0

/**
 * POP3 on the protocol servers of Apache James, alone or within James. Connections are Netty's, of
 * Netty 3 until James 3.7 and of Netty 4 since 3.8: what is linked to either is in a package of its
 * own.
 */
package io.mailscope.pop3.james;
