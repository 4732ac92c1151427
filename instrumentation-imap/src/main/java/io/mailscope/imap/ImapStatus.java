// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap;

import io.mailscope.core.meter.ReplyClasses;

/** How a server answers a command (RFC 9051 section 7.1). */
public enum ImapStatus {
  OK,
  NO,
  BAD,
  BYE;

  private final int replyClass = ReplyClasses.IMAP.names().indexOf(name());

  /** Index in {@link ReplyClasses#IMAP}. */
  int replyClass() {
    return replyClass;
  }
}
