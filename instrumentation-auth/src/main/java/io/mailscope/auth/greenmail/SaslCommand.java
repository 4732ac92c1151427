// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import io.mailscope.core.auth.AuthExchange;
import io.mailscope.core.auth.AuthMechanism;
import java.lang.reflect.Method;

/**
 * The command AUTH of SMTP and of POP3. Both read the line, ask for what is missing, and hand user
 * and password on; here is told what never came so far.
 */
public final class SaslCommand {

  private static final int WITH_INITIAL_RESPONSE = 3;

  private SaslCommand() {}

  /**
   * SMTP begins. Whoever is authenticated is sent away before the line is looked at (RFC 4954
   * section 4).
   */
  public static void startSmtp(Object command, Object connection, String line) {
    if (isAuthenticated(connection)) {
      return;
    }
    SaslLine words = new SaslLine(line);
    AuthExchange exchange = start(command, words);
    // More words are wrong syntax. With fewer of them LOGIN and PLAIN ask for the rest, and fail by
    // exception if they can't take it; XOAUTH2 does not ask.
    if (exchange != null && words.words() == WITH_INITIAL_RESPONSE) {
      exchange.credentials();
    }
  }

  /** POP3 begins. All its mechanisms ask for what the line does not have. */
  public static void startPop3(Object command, String line) {
    SaslLine words = new SaslLine(line);
    AuthExchange exchange = start(command, words);
    if (exchange != null && words.words() <= WITH_INITIAL_RESPONSE) {
      exchange.credentials();
    }
  }

  /** The command is answered, or GreenMail failed at it. */
  public static void end(Throwable failure) {
    AuthExchange exchange = CurrentExchange.of("AUTH");
    if (exchange != null) {
      if (failure != null) {
        exchange.credentials();
      }
      exchange.settle();
    }
  }

  private static AuthExchange start(Object command, SaslLine line) {
    AuthExchange exchange = CurrentExchange.of("AUTH");
    String mechanism = line.mechanism();
    if (exchange == null || mechanism == null) {
      return null;
    }
    exchange.mechanism(AuthMechanism.of(mechanism));
    if (isOffered(command, mechanism)) {
      exchange.offered();
    }
    return exchange;
  }

  // The list differs between versions and protocols; it is an enum nested in the command.
  private static boolean isOffered(Object command, String mechanism) {
    for (Class<?> nested : command.getClass().getClasses()) {
      if (nested.isEnum()) {
        for (Object constant : nested.getEnumConstants()) {
          if (((Enum<?>) constant).name().equalsIgnoreCase(mechanism)) {
            return true;
          }
        }
        return false;
      }
    }
    return true;
  }

  // By reflection, since the first versions have neither this method nor the command.
  private static boolean isAuthenticated(Object connection) {
    try {
      Method method = connection.getClass().getMethod("isAuthenticated");
      return Boolean.TRUE.equals(method.invoke(connection));
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
