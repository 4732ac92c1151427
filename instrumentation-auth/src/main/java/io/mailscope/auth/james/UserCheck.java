// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import io.mailscope.core.auth.AuthExchange;
import io.mailscope.core.auth.AuthMechanism;
import io.mailscope.core.auth.FailureReason;
import io.mailscope.core.session.MailCommand;

/**
 * A check by a users' repository, James' own or another's. It answers by yes or no; whether it
 * asked a user to verify the password tells which no.
 */
public final class UserCheck {

  private final CredentialCheck check;
  private final boolean alone;

  private UserCheck(CredentialCheck check, boolean alone) {
    this.check = check;
    this.alone = alone;
  }

  /**
   * The repository begins.
   *
   * @return null where no command of a mail protocol asked for it
   */
  static UserCheck start(String user) {
    CredentialCheck asked = CredentialCheck.current();
    CredentialCheck check = asked == null ? CredentialCheck.start(exchange(), user) : asked;
    if (check == null) {
      return null;
    }
    check.user(user);
    check.asksAnother();
    return new UserCheck(check, asked == null);
  }

  /** Of a handler that we don't know, such as an application's own. */
  private static AuthExchange exchange() {
    MailCommand command = MailCommand.current();
    if (command == null || !command.name().carriesCredentials()) {
      return null;
    }
    AuthExchange exchange = command.auth();
    if (!exchange.hasMechanism()) {
      switch (command.name().name()) {
        case "PASS":
          exchange.mechanism(AuthMechanism.USERPASS);
          break;
        case "APOP":
          exchange.mechanism(AuthMechanism.APOP);
          break;
        case "LOGIN":
          exchange.mechanism(AuthMechanism.LOGIN);
          break;
        default:
      }
    }
    return exchange;
  }

  /** The repository has answered, or failed. */
  void end(Object repository, boolean accepted, Throwable failure) {
    try {
      if (failure != null) {
        check.failed(failure);
      } else {
        check.reason(accepted ? null : reason(repository));
      }
    } finally {
      if (alone) {
        check.end(accepted, failure);
      }
    }
  }

  private FailureReason reason(Object repository) {
    if (check.verified() != null) {
      // It may know of more than passwords.
      return check.verified() ? null : FailureReason.INVALID_KEY;
    }
    if (JamesRepositories.isJames(repository)) {
      // For the repository that asked this one, too.
      check.unknownUser();
    }
    return check.isUnknownUser() ? FailureReason.USER_NOT_FOUND : null;
  }
}
