// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import io.mailscope.core.auth.AuthExchange;
import io.mailscope.core.auth.AuthMechanism;
import io.mailscope.core.auth.FailureReason;
import io.mailscope.core.catalog.MailProtocol;
import org.apache.james.imap.message.request.AuthenticateRequest;
import org.apache.james.imap.message.request.LoginRequest;

/** LOGIN and AUTHENTICATE of IMAP, whose handlers answer by themselves. */
public final class JamesImapAuth {

  private static final String CANCELLED = "*";

  private JamesImapAuth() {}

  /** LOGIN begins; null where it is of no connection that we know. */
  public static ImapLogin login(LoginRequest request) {
    String user = UserName.of(request.getUserid());
    ImapLogin login = ImapLogin.start(request);
    AuthExchange exchange = login == null ? null : CurrentExchange.of(MailProtocol.IMAP);
    if (exchange != null) {
      exchange.mechanism(AuthMechanism.LOGIN);
      login.checks(CredentialCheck.start(exchange, user));
    }
    return login;
  }

  /** AUTHENTICATE begins; null where it is of no connection that we know. */
  public static ImapLogin authenticate(AuthenticateRequest request) {
    AuthMechanism mechanism = AuthMechanism.of(request.getAuthType());
    ImapLogin login = ImapLogin.start(request);
    AuthExchange exchange = login == null ? null : CurrentExchange.of(MailProtocol.IMAP);
    if (exchange != null) {
      exchange.mechanism(mechanism);
    }
    return login;
  }

  /** The client sent its credentials, of which no more is looked at than whether it cancelled. */
  public static ImapLogin start(Object request, String response) {
    ImapLogin login = ImapLogin.start(request);
    AuthExchange exchange = login == null ? null : CurrentExchange.of(MailProtocol.IMAP);
    if (exchange != null && CANCELLED.equals(response)) {
      exchange.cancelled();
    }
    if (exchange != null) {
      login.checks(CredentialCheck.start(exchange, null));
    }
    return login;
  }

  /**
   * They were decoded.
   *
   * @param credentials James' own {@code AuthenticationAttempt}, without a user if they were not
   */
  public static void decoded(Object credentials) {
    CredentialCheck check = CredentialCheck.current();
    if (check == null || credentials == null) {
      return;
    }
    String user = UserName.ofCredentials(credentials);
    if (user == null) {
      check.reason(FailureReason.MALFORMED);
    } else {
      check.user(user);
    }
  }

  /** James says OK. What follows is the next command's, so that the check is over. */
  public static void accepted() {
    CredentialCheck check = CredentialCheck.current();
    if (check != null) {
      check.end(true, null);
    }
  }

  /** James says no, or takes leave after too many failures, and by which text. */
  public static void refused(String text) {
    CredentialCheck check = CredentialCheck.current();
    if (text.endsWith(".DISABLED_LOGIN")
        || text.endsWith(".UNSUPPORTED_AUTHENTICATION_MECHANISM")) {
      notOffered(check);
    } else if (check != null && text.endsWith(".GENERIC_FAILURE_DURING_PROCESSING")) {
      check.failed();
    }
    if (check != null) {
      check.end(false, null);
    }
  }

  private static void notOffered(CredentialCheck check) {
    if (check != null) {
      check.reason(FailureReason.MECHANISM_UNSUPPORTED);
      return;
    }
    AuthExchange exchange = CurrentExchange.of(MailProtocol.IMAP);
    if (exchange != null) {
      exchange.refused(null, FailureReason.MECHANISM_UNSUPPORTED);
    }
  }
}
