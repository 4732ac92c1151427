// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import io.mailscope.core.auth.AuthExchange;
import io.mailscope.core.auth.AuthMechanism;

/**
 * The command AUTHENTICATE, which reads itself word by word: the mechanism first. That it asks for
 * another word shows that it knows the mechanism.
 */
public final class ImapAuthenticate {

  // What GreenMail's reader says at the end of the line; it has no type of its own for that.
  private static final String MISSING = "Missing argument.";

  private ImapAuthenticate() {}

  /** A word was read, or could not be. */
  public static void read(String word, Throwable failure) {
    AuthExchange exchange = CurrentExchange.of("AUTHENTICATE");
    if (exchange == null) {
      return;
    }
    if (exchange.hasMechanism()) {
      exchange.offered();
      if (failure == null || !MISSING.equals(failure.getMessage())) {
        exchange.credentials();
      }
    } else if (failure == null) {
      exchange.mechanism(AuthMechanism.of(word));
    }
  }

  /** The command is answered. */
  public static void end() {
    AuthExchange exchange = CurrentExchange.of("AUTHENTICATE");
    if (exchange != null) {
      exchange.settle();
    }
  }
}
