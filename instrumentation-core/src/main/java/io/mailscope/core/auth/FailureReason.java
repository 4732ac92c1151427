// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.auth;

import java.util.Locale;

/** Why an authentication attempt failed. */
public enum FailureReason {
  /** There is no such user. */
  USER_NOT_FOUND,
  /** Wrong password, token or key. */
  INVALID_KEY,
  /** A known user who is not allowed here. */
  MISSING_SCOPE,
  /** The credentials could not be parsed, or came in a shape that the server can't take. */
  MALFORMED,
  /** A mechanism that the server does not offer. */
  MECHANISM_UNSUPPORTED,
  /** The user may not act as the one who was asked for. */
  DELEGATION_FORBIDDEN,
  /** The server could not check. */
  SERVER_ERROR;

  private final String wireName = name().toLowerCase(Locale.ROOT);

  /** The name as emitted. */
  public String wireName() {
    return wireName;
  }

  /** Whether a reason, an application's own perhaps, is on this list. */
  static boolean isKnown(String wireName) {
    for (FailureReason reason : values()) {
      if (reason.wireName.equals(wireName)) {
        return true;
      }
    }
    return false;
  }
}
