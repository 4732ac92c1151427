// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import io.mailscope.core.session.MailCommand;
import io.opentelemetry.context.Scope;
import org.apache.james.imap.api.ImapSessionState;
import org.apache.james.imap.api.process.ImapSession;

/**
 * James deals with a LOGIN or AUTHENTICATE. It does so on a thread of its own choice, to which
 * nobody need have brought the command: it is current here until {@link #end}, on the same thread.
 */
public final class ImapLogin {

  private final Scope command;
  private CredentialCheck check;

  private ImapLogin(Scope command) {
    this.command = command;
  }

  /** James begins; null where the request is of no connection that we know. */
  static ImapLogin start(Object request) {
    MailCommand command = RequestedCommand.of(request);
    return command == null ? null : new ImapLogin(command.attach());
  }

  /** What is checked for it, or null. */
  void checks(CredentialCheck check) {
    this.check = check;
  }

  /** James has dealt with it, and answered, unless it failed or asked for a line. */
  public void end(ImapSession session, Throwable failure) {
    try {
      if (check != null) {
        check.end(session.getState() == ImapSessionState.AUTHENTICATED, failure);
      }
    } finally {
      command.close();
    }
  }
}
