// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import io.mailscope.core.auth.AuthExchange;
import io.mailscope.core.auth.AuthMechanism;
import io.mailscope.core.auth.FailureReason;
import io.mailscope.core.catalog.MailProtocol;
import org.apache.james.protocols.api.Request;
import org.apache.james.protocols.api.Response;

/**
 * AUTH of SMTP. James asks each of its hooks, some twice; what counts is what its handler makes of
 * them all.
 */
public final class JamesSmtpAuth {

  private JamesSmtpAuth() {}

  /** The command begins; of its argument only the mechanism is looked at. */
  public static void read(Request request) {
    AuthExchange exchange = CurrentExchange.of(MailProtocol.SMTP);
    String mechanism = SaslLine.mechanism(request.getArgument());
    if (exchange != null && mechanism != null) {
      exchange.mechanism(AuthMechanism.of(mechanism));
    }
  }

  /**
   * User and password are about to be checked.
   *
   * @param user null, or an empty optional, where it could not be decoded
   * @param password likewise; of it only its presence is looked at
   */
  public static CredentialCheck start(Object user, Object password, String mechanism) {
    return start(user, UserName.present(password) != null, mechanism);
  }

  private static CredentialCheck start(Object user, boolean hasPassword, String mechanism) {
    AuthExchange exchange = CurrentExchange.of(MailProtocol.SMTP);
    if (exchange == null) {
      return null;
    }
    if (!exchange.hasMechanism()) {
      exchange.mechanism(AuthMechanism.of(mechanism));
    }
    String name = UserName.of(user);
    if (name == null || !hasPassword) {
      exchange.refused(name, FailureReason.MALFORMED);
      return null;
    }
    return CredentialCheck.start(exchange, name);
  }

  /**
   * Whether the client, who gave no password, may be somebody is about to be checked. What James
   * reads after a malformed answer may be anything, a password too: it is not told.
   */
  public static CredentialCheck startDelegation(Object user) {
    AuthExchange exchange = CurrentExchange.of(MailProtocol.SMTP);
    boolean named = exchange != null && exchange.hasMechanism();
    CredentialCheck check = named ? start(user, true, null) : startUnnamed(exchange);
    if (check != null) {
      check.reason(FailureReason.DELEGATION_FORBIDDEN);
    }
    return check;
  }

  private static CredentialCheck startUnnamed(AuthExchange exchange) {
    if (exchange != null) {
      exchange.mechanism(AuthMechanism.PLAIN);
    }
    return CredentialCheck.start(exchange, null);
  }

  /** A token is about to be checked, unless there is none: James fails at that. */
  public static CredentialCheck startToken(boolean hasToken) {
    return hasToken ? CredentialCheck.start(CurrentExchange.of(MailProtocol.SMTP), null) : null;
  }

  /** The token was checked. */
  public static void endToken(
      CredentialCheck check, Object session, Response response, Throwable failure) {
    if (check != null && isAccepted(response)) {
      check.got(UserName.ofSession(session));
    }
    end(check, response, failure);
  }

  /** They were checked. */
  public static void end(CredentialCheck check, Response response, Throwable failure) {
    if (check != null) {
      check.end(isAccepted(response), failure);
    }
  }

  /** James does not know the mechanism, or does not offer it here. */
  public static void unknown() {
    AuthExchange exchange = CurrentExchange.of(MailProtocol.SMTP);
    if (exchange != null) {
      exchange.refused(null, FailureReason.MECHANISM_UNSUPPORTED);
    }
  }

  /**
   * What the client sent was dealt with. Was nothing checked, it could not be decoded; where James
   * goes on to read lines after such an answer, the next one is no attempt more.
   */
  public static void decoded() {
    AuthExchange exchange = CurrentExchange.of(MailProtocol.SMTP);
    if (exchange != null && exchange.hasMechanism()) {
      exchange.refused(null, FailureReason.MALFORMED);
    }
  }

  // An application's hook may say so by a code of its own.
  private static boolean isAccepted(Response response) {
    return response != null
        && response.getRetCode() != null
        && response.getRetCode().startsWith("2");
  }
}
