// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james;

import io.mailscope.core.session.CloseReason;
import io.mailscope.smtp.SmtpCommand;
import io.mailscope.smtp.SmtpSession;
import io.opentelemetry.context.Scope;
import org.apache.james.protocols.api.ProtocolSession;
import org.apache.james.protocols.api.Request;
import org.apache.james.protocols.api.Response;

/**
 * What is done on a connection to James' SMTP or LMTP server. Its commands are served by several
 * calls: one for the command, one for each line that it asks for.
 */
public final class JamesSmtpConnection {

  private static final int FINAL_DOT = ".\r\n".length();

  private static final JamesSmtpSessions sessions = JamesSmtpSessions.get();

  private JamesSmtpConnection() {}

  /** A command was read. It is current until the scope is closed. */
  public static Scope read(ProtocolSession james, Request request) {
    SmtpSession session = sessions.of(james);
    return session == null
        ? null
        : ((JamesSmtpSession) session).read(request.getCommand()).attach();
  }

  /** James has dealt with the command, or with a line that it asked for. */
  public static void served(ProtocolSession james, Scope scope, Throwable failure) {
    if (scope != null) {
      scope.close();
    }
    SmtpCommand command = failure == null ? null : command(james);
    if (command != null) {
      command.failed(failure);
    }
  }

  /** James is about to answer. */
  public static void answering(ProtocolSession james, Response response) {
    SmtpSession session = response != null && response.isEndSession() ? sessions.of(james) : null;
    if (session != null) {
      session.closing(CloseReason.OTHER);
      ((JamesSmtpSession) session).ending();
    }
  }

  /** Lines are about to be sent. */
  public static void reply(ProtocolSession james, byte[] lines) {
    SmtpSession session = sessions.of(james);
    SmtpCommand command = session == null || session.isLost() ? null : session.command();
    if (command != null && lines.length > 0) {
      JamesSmtpReply.note(command, lines, session.isLmtp());
    }
  }

  /** James has answered; unless it asked for more, the command is over. */
  public static void answered(ProtocolSession james) {
    SmtpCommand command = command(james);
    if (command != null && !command.isContinued()) {
      command.end();
    }
  }

  /**
   * A line of the message was read, or of another exchange that the command began.
   *
   * @param octets the line's length with its line end
   * @param first its first octet
   * @param beforeLast the octet before its LF
   * @return null where James will but store the line, else the scope in which the command is
   *     current
   */
  public static Scope line(SmtpCommand command, int octets, byte first, byte beforeLast) {
    if (!command.isReadingData()) {
      return command.attach();
    }
    if (first == '.' && octets == FINAL_DOT) {
      command.received();
      return command.attach();
    }
    // The length by RFC 1870: no dot-stuffing, and every line ends in CRLF.
    command.data(octets - (first == '.' ? 1 : 0) + (beforeLast == '\r' ? 0 : 1));
    return null;
  }

  /** The command that a line is for which was read in the place of one, or null. */
  public static SmtpCommand awaiting(ProtocolSession james) {
    SmtpSession session = sessions.of(james);
    return session == null ? null : ((JamesSmtpSession) session).line();
  }

  /** The command that is being answered on this connection, or null. */
  public static SmtpCommand command(ProtocolSession james) {
    SmtpSession session = sessions.of(james);
    return session == null ? null : session.command();
  }
}
