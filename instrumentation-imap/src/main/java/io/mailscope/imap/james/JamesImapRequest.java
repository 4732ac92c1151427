// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import io.mailscope.core.catalog.CommandList;
import io.mailscope.core.catalog.MailProtocol;
import io.mailscope.imap.ImapCommand;
import io.opentelemetry.context.Scope;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.decode.base.AbstractImapCommandParser;
import org.apache.james.imapserver.netty.NettyImapSession;

/** What James reads of a line, and the command that begins with it. */
public final class JamesImapRequest {

  private static final CommandList COMMANDS = MailProtocol.IMAP.commands();

  private JamesImapRequest() {}

  /**
   * The word after the tag. UID (RFC 9051 section 6.4.9) alone is no command.
   *
   * @return the command's, current while the rest is decoded; null where there is none yet
   */
  public static Scope word(Object session, String word) {
    JamesImapConnection connection = JamesImapConnection.of(session);
    return connection == null || word.equalsIgnoreCase("UID")
        ? null
        : connection.decoding((NettyImapSession) session, COMMANDS.find(word)).attach();
  }

  /** The word after UID, by the parser that James has for it. */
  public static void uid(Object session, AbstractImapCommandParser parser) {
    JamesImapConnection connection = JamesImapConnection.of(session);
    if (connection != null) {
      connection.decoding(
          (NettyImapSession) session, COMMANDS.findUid(parser.getCommand().getName()));
    }
  }

  /** The command that was decoded, be it into a request or already into the answer. */
  static ImapCommand command(
      JamesImapConnection connection, NettyImapSession session, ImapMessage message) {
    ImapCommand read = connection.decoded();
    if (read != null) {
      return read;
    }
    // Half a command, or a decoder of the operator's own.
    return connection.start(
        session,
        message instanceof ImapRequest
            ? COMMANDS.find(((ImapRequest) message).getCommand().getName())
            : COMMANDS.other());
  }
}
