// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.session;

/**
 * What is known of why a connection ends: the client's leave before a break, and a break before
 * what else was to be expected. Thread-safe.
 */
final class ConnectionEnd {

  private volatile CloseReason lost;
  private volatile CloseReason expected = CloseReason.OTHER;
  private volatile boolean quit;

  void quit() {
    quit = true;
  }

  void lost(CloseReason reason) {
    lost = reason;
  }

  /** Whether the failure speaks of the connection, which is lost then. */
  boolean lost(Throwable failure) {
    CloseReason reason = CloseReason.of(failure);
    if (reason == null) {
      return false;
    }
    lost = reason;
    return true;
  }

  boolean isLost() {
    return lost != null;
  }

  /** Nothing that follows a failure of the server changes it. */
  void expected(CloseReason reason) {
    if (expected != CloseReason.ERROR) {
      expected = reason;
    }
  }

  /** It ended so, unless it was lost before. */
  void asExpected() {
    if (lost == null) {
      lost = expected;
    }
  }

  /**
   * Why it ended.
   *
   * @param failure what escaped from the server's own loop, or null
   */
  CloseReason reason(Throwable failure) {
    if (quit) {
      return CloseReason.QUIT;
    }
    if (lost != null) {
      return lost;
    }
    if (failure != null) {
      CloseReason told = CloseReason.of(failure);
      return told == null ? CloseReason.ERROR : told;
    }
    return expected;
  }
}
