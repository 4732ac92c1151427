// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap;

/** State of a session (RFC 9051 section 3). */
public enum ImapState {
  NOT_AUTHENTICATED("NotAuthenticated"),
  AUTHENTICATED("Authenticated"),
  SELECTED("Selected"),
  LOGOUT("Logout");

  private final String wireName;

  ImapState(String wireName) {
    this.wireName = wireName;
  }

  /** The name as emitted. */
  public String wireName() {
    return wireName;
  }
}
