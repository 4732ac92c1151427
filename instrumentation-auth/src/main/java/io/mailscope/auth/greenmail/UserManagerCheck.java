// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserManager;
import io.mailscope.core.auth.AuthExchange;
import io.mailscope.core.auth.AuthMechanism;
import io.mailscope.core.auth.FailureReason;

/** {@code UserManager.test}: where SMTP AUTH and IMAP LOGIN and AUTHENTICATE come together. */
public final class UserManagerCheck {

  private UserManagerCheck() {}

  /** The check begins. Of the password only its presence is looked at. */
  public static CredentialCheck start(UserManager users, String user, boolean hasPassword) {
    AuthExchange exchange = exchange();
    if (exchange == null) {
      return null;
    }
    // Until 1.5.14 what could not be decoded from base64 arrives here as null.
    if (user == null || !hasPassword) {
      return CredentialCheck.start(exchange, user, FailureReason.MALFORMED);
    }
    GreenMailUser known = users.getUser(user);
    return known == null
        ? CredentialCheck.start(exchange, user, FailureReason.USER_NOT_FOUND)
        : CredentialCheck.start(exchange, known.getLogin(), FailureReason.INVALID_KEY);
  }

  /** The check is over. */
  public static void end(CredentialCheck check, boolean accepted, Throwable failure) {
    if (check != null) {
      check.end(accepted, failure);
    }
  }

  private static AuthExchange exchange() {
    AuthExchange login = CurrentExchange.of("LOGIN");
    if (login != null) {
      login.mechanism(AuthMechanism.LOGIN);
      return login;
    }
    AuthExchange auth = CurrentExchange.of("AUTH");
    return auth == null ? CurrentExchange.of("AUTHENTICATE") : auth;
  }
}
