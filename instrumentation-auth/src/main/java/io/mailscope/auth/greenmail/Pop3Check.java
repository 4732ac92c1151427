// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import com.icegreen.greenmail.pop3.Pop3State;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import io.mailscope.core.auth.AuthExchange;
import io.mailscope.core.auth.AuthMechanism;
import io.mailscope.core.auth.FailureReason;

/** POP3 looks the user up and checks the password in two steps: USER and PASS, or both in AUTH. */
public final class Pop3Check {

  private Pop3Check() {}

  /** The password's check begins. Of it only its presence is looked at. */
  public static CredentialCheck start(Pop3State state, boolean hasPassword) {
    AuthExchange exchange = CurrentExchange.of("PASS");
    if (exchange == null) {
      exchange = CurrentExchange.of("AUTH");
    } else {
      exchange.mechanism(AuthMechanism.USERPASS);
    }
    GreenMailUser user = state.getUser();
    return CredentialCheck.start(
        exchange,
        user == null ? null : user.getLogin(),
        // Until 1.5.14 what could not be decoded from base64 arrives here as null.
        hasPassword ? FailureReason.INVALID_KEY : FailureReason.MALFORMED);
  }

  /** The password's check is over. The inbox that could not be opened is the server's fault. */
  public static void end(CredentialCheck check, Throwable failure) {
    if (check != null) {
      check.end(failure == null, failure instanceof UserException ? null : failure);
    }
  }

  /**
   * A user was looked up.
   *
   * @param user null where there is none, or on a failure
   */
  public static void found(String name, Object user, Throwable failure) {
    if (user != null) {
      return;
    }
    boolean unknown = failure == null || failure instanceof UserException;
    AuthExchange exchange = CurrentExchange.of("USER");
    if (exchange == null) {
      notFound(name, unknown ? null : failure);
    } else if (unknown) {
      // GreenMail says so at once, and no PASS follows.
      exchange.mechanism(AuthMechanism.USERPASS);
      exchange.refused(name, FailureReason.USER_NOT_FOUND);
    }
  }

  private static void notFound(String name, Throwable failure) {
    CredentialCheck check =
        CredentialCheck.start(
            CurrentExchange.of("AUTH"),
            name,
            name == null ? FailureReason.MALFORMED : FailureReason.USER_NOT_FOUND);
    if (check != null) {
      check.end(false, failure);
    }
  }

  /** APOP is refused. */
  public static void apop() {
    AuthExchange exchange = CurrentExchange.of("APOP");
    if (exchange != null) {
      exchange.mechanism(AuthMechanism.APOP);
      exchange.settle();
    }
  }
}
