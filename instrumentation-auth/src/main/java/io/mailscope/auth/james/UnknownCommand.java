// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import io.mailscope.core.auth.AuthExchange;
import io.mailscope.core.auth.AuthMechanism;
import io.mailscope.core.auth.FailureReason;
import io.mailscope.core.session.MailCommand;

/** AUTH and APOP on a server that has no handler for them. */
public final class UnknownCommand {

  private UnknownCommand() {}

  /** A command is refused as unknown. Without a mechanism, or a user, it was no attempt. */
  public static void refused(String line) {
    MailCommand command = MailCommand.current();
    String argument = SaslLine.mechanism(line);
    if (command == null || argument == null) {
      return;
    }
    if (command.name().name().equals("AUTH")) {
      refused(command.auth(), AuthMechanism.of(argument));
    } else if (command.name().name().equals("APOP")) {
      refused(command.auth(), AuthMechanism.APOP);
    }
  }

  private static void refused(AuthExchange exchange, AuthMechanism mechanism) {
    exchange.mechanism(mechanism);
    exchange.refused(null, FailureReason.MECHANISM_UNSUPPORTED);
  }
}
