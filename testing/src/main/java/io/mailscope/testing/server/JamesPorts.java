// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

/** Where a James listens, on the loopback address. */
public record JamesPorts(int smtp, int submission, int lmtp, int pop3, int imap, int webAdmin) {}
