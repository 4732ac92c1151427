// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import io.mailscope.core.auth.AuthExchange;
import io.mailscope.core.session.MailCommand;
import io.mailscope.core.session.MailSession;

/** The authentication that this thread is about. */
final class CurrentExchange {

  private CurrentExchange() {}

  /**
   * The exchange of the command that this thread answers.
   *
   * @return null where it answers another command than this, or none: who checks credentials
   *     outside the protocols is none of our business
   */
  static AuthExchange of(String commandName) {
    MailSession session = MailSession.current();
    MailCommand command = session == null ? null : session.command();
    return command != null && command.name().name().equals(commandName) ? command.auth() : null;
  }
}
