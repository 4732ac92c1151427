// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import io.mailscope.core.auth.AuthExchange;
import io.mailscope.core.auth.AuthMechanism;
import io.mailscope.core.session.MailCommand;
import org.apache.james.imap.message.request.AuthenticateRequest;
import org.apache.james.imap.message.request.LoginRequest;

/** LOGIN and AUTHENTICATE of IMAP that James refuses since it has too much to do. */
public final class JamesImapOverload {

  private JamesImapOverload() {}

  /** A request is refused. One behind others of its connection James will look at all the same. */
  public static void rejected(Object message) {
    MailCommand command = RequestedCommand.of(message);
    if (command == null || !command.isAlone()) {
      return;
    }
    AuthExchange exchange = command.auth();
    if (message instanceof LoginRequest) {
      exchange.mechanism(AuthMechanism.LOGIN);
      exchange.rateLimited(UserName.of(((LoginRequest) message).getUserid()));
    } else if (message instanceof AuthenticateRequest) {
      exchange.mechanism(AuthMechanism.of(((AuthenticateRequest) message).getAuthType()));
      exchange.rateLimited(null);
    }
  }
}
