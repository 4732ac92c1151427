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
    if (check == null) {
      return;
    }
    if (failure == null || failure instanceof UserException) {
      check.end(failure == null);
    } else {
      check.broke(failure);
    }
  }

  /** AUTH looked its user up. */
  public static void found(String user, Throwable failure) {
    AuthExchange exchange = failure == null ? null : CurrentExchange.of("AUTH");
    if (exchange != null) {
      exchange.refused(
          user,
          user == null
              ? FailureReason.MALFORMED
              : failure instanceof UserException
                  ? FailureReason.USER_NOT_FOUND
                  : FailureReason.SERVER_ERROR);
    }
  }

  /** USER looked its user up. If there is none, GreenMail says so at once and no PASS follows. */
  public static void found(String user, Object found, Throwable failure) {
    if (failure == null ? found != null : !(failure instanceof UserException)) {
      return;
    }
    AuthExchange exchange = CurrentExchange.of("USER");
    if (exchange != null) {
      exchange.mechanism(AuthMechanism.USERPASS);
      exchange.refused(user, FailureReason.USER_NOT_FOUND);
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
