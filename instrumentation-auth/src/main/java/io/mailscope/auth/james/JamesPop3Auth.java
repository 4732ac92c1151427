// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import io.mailscope.core.auth.AuthExchange;
import io.mailscope.core.auth.AuthMechanism;
import io.mailscope.core.auth.FailureReason;
import io.mailscope.core.catalog.MailProtocol;
import io.mailscope.core.session.MailCommand;
import org.apache.james.protocols.api.Response;

/** PASS and APOP of POP3. */
public final class JamesPop3Auth {

  private static final String OK = "+OK";

  private static final ServersCopy james =
      new ServersCopy(
          JamesPop3Auth.class, "org.apache.james.protocols.pop3.core.AbstractPassCmdHandler");

  private JamesPop3Auth() {}

  /** User and password are about to be checked. */
  public static CredentialCheck start(Object user) {
    AuthExchange exchange = CurrentExchange.of(MailProtocol.POP3);
    if (exchange == null) {
      return null;
    }
    boolean apop = MailCommand.current().name().name().equals("APOP");
    exchange.mechanism(apop ? AuthMechanism.APOP : AuthMechanism.USERPASS);
    return CredentialCheck.start(exchange, UserName.of(user));
  }

  /**
   * The mailbox was opened, or was not.
   *
   * @param mailbox null where the credentials are wrong
   */
  public static void opened(Object mailbox, Throwable failure) throws Throwable {
    if (james.isElsewhere()) {
      james.call("opened", mailbox, failure);
      return;
    }
    CredentialCheck check = CredentialCheck.current();
    if (check == null) {
      return;
    }
    if (failure != null) {
      check.failed(failure);
    } else if (mailbox != null) {
      // From here on James refuses only because it can't list the messages.
      check.reason(FailureReason.SERVER_ERROR);
    }
  }

  /** They were checked, and the mailbox was opened. */
  public static void end(CredentialCheck check, Response response, Throwable failure) {
    if (check != null) {
      check.end(response != null && OK.equals(response.getRetCode()), failure);
    }
  }
}
