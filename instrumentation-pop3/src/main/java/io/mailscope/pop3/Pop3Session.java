// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3;

import io.mailscope.core.catalog.MailProtocol;
import io.mailscope.core.session.MailCommand;
import io.mailscope.core.session.MailSession;
import io.mailscope.core.session.Peer;

/** A POP3 connection. */
public final class Pop3Session extends MailSession {

  /**
   * @param id the server's own id of the connection, or {@link #newId()}
   */
  public Pop3Session(String id, Peer peer) {
    super(Pop3Telemetry.get(), id, peer);
  }

  /** The POP3 session whose work this thread does, or null. */
  public static Pop3Session current() {
    MailSession session = MailSession.current();
    return session instanceof Pop3Session ? (Pop3Session) session : null;
  }

  /** The server has read a command line; what follows its first word is not looked at. */
  public Pop3Command start(String line) {
    return (Pop3Command) start(MailProtocol.POP3.commands().findFirstWordAfterBlanks(line));
  }

  @Override
  public Pop3Command command() {
    return (Pop3Command) super.command();
  }

  @Override
  protected MailCommand newCommand() {
    return new Pop3Command(this);
  }
}
