// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap;

import io.mailscope.core.catalog.CommandList;
import io.mailscope.core.catalog.CommandName;
import io.mailscope.core.catalog.MailProtocol;
import io.mailscope.core.session.MailCommand;
import io.mailscope.core.session.MailSession;
import io.mailscope.core.session.Peer;

/** An IMAP connection. */
public final class ImapSession extends MailSession {

  private static final CommandList COMMANDS = MailProtocol.IMAP.commands();

  private ImapState state = ImapState.NOT_AUTHENTICATED;
  private boolean uid;

  /**
   * @param id the server's own id of the connection, or {@link #newId()}
   */
  public ImapSession(String id, Peer peer) {
    super(ImapTelemetry.get(), id, peer);
  }

  /** The IMAP session whose work this thread does, or null. */
  public static ImapSession current() {
    MailSession session = MailSession.current();
    return session instanceof ImapSession ? (ImapSession) session : null;
  }

  /** The server begins to read a request, in this state. */
  public void request(ImapState state) {
    this.state = state;
    uid = false;
  }

  ImapState state() {
    return state;
  }

  /**
   * The server has read a command word. UID (RFC 9051 section 6.4.9) is only the first half of one.
   *
   * @return null where the other half is still to come
   */
  public ImapCommand word(String word) {
    if (uid) {
      return (ImapCommand) start(COMMANDS.findUid(word));
    }
    if (word.equalsIgnoreCase("UID")) {
      uid = true;
      return null;
    }
    return (ImapCommand) start(COMMANDS.find(word));
  }

  /**
   * The server has read a command, in this state, while others may still be open.
   *
   * @see MailSession#startDetached
   */
  public ImapCommand startDetached(ImapState state, CommandName name) {
    request(state);
    return (ImapCommand) startDetached(name);
  }

  /** The server has read something in which it found no command. */
  public ImapCommand unreadable() {
    return (ImapCommand) start(COMMANDS.other());
  }

  @Override
  public ImapCommand command() {
    return (ImapCommand) super.command();
  }

  @Override
  protected MailCommand newCommand() {
    return new ImapCommand(this);
  }
}
