// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import io.mailscope.core.auth.AuthExchange;
import io.mailscope.core.catalog.MailProtocol;
import io.mailscope.core.session.MailCommand;

/** The authentication that this thread is about. */
final class CurrentExchange {

  private CurrentExchange() {}

  /**
   * The exchange of the command that this thread answers; null where it is of another protocol, or
   * where there is none: who checks credentials outside the protocols is none of our business.
   */
  static AuthExchange of(MailProtocol protocol) {
    MailCommand command = MailCommand.current();
    return command != null && command.session().telemetry().protocol() == protocol
        ? command.auth()
        : null;
  }
}
