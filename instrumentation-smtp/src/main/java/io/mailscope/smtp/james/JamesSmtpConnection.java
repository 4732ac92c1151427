// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james;

import io.mailscope.core.session.CloseReason;
import io.mailscope.core.session.Peer;
import io.mailscope.smtp.SmtpCommand;
import io.mailscope.smtp.SmtpSession;
import io.opentelemetry.context.Scope;
import io.opentelemetry.instrumentation.api.util.VirtualField;
import org.apache.james.protocols.api.ProtocolSession;
import org.apache.james.protocols.api.Request;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.smtp.SMTPSession;

/**
 * A connection to James' SMTP or LMTP server, kept with James' session. Its commands are served by
 * several calls: one for the command, one for each line that it asks for.
 */
public final class JamesSmtpConnection {

  private static final int FINAL_DOT = ".\r\n".length();
  private static final String LMTP = "org.apache.james.protocols.lmtp.LMTPConfiguration";

  private static final VirtualField<ProtocolSession, SmtpSession> sessions =
      VirtualField.find(ProtocolSession.class, SmtpSession.class);

  private JamesSmtpConnection() {}

  /**
   * A client connected.
   *
   * @return null where it does not speak SMTP
   */
  public static SmtpSession opened(ProtocolSession james) {
    if (!(james instanceof SMTPSession)) {
      return null;
    }
    Peer peer = Peer.of(james.getRemoteAddress(), james.getLocalAddress());
    SmtpSession session = new SmtpSession(james.getSessionID(), peer, isLmtp(james));
    session.closing(CloseReason.EOF);
    sessions.set(james, session);
    session.open();
    return session;
  }

  /**
   * LMTP is SMTP to James, with a configuration of its own, which may not be there to be linked.
   */
  private static boolean isLmtp(ProtocolSession james) {
    Class<?> type = james.getConfiguration().getClass();
    while (type != null && !type.getName().equals(LMTP)) {
      type = type.getSuperclass();
    }
    return type != null;
  }

  /** The peer is a proxy that has told whose connection it passes on. */
  public static void proxied(ProtocolSession james) {
    SmtpSession session = sessions.get(james);
    if (session != null) {
      session.peer().proxied(james.getRemoteAddress());
    }
  }

  /** A command was read. It is current until the scope is closed. */
  public static Scope read(ProtocolSession james, Request request) {
    SmtpSession session = sessions.get(james);
    return session == null ? null : session.start(request.getCommand()).attach();
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
    SmtpSession session = response != null && response.isEndSession() ? sessions.get(james) : null;
    if (session != null) {
      session.closing(CloseReason.OTHER);
    }
  }

  /** Lines are about to be sent. */
  public static void reply(ProtocolSession james, byte[] lines) {
    SmtpSession session = sessions.get(james);
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

  /** What the client sent can't be read as a line; James refuses it. */
  public static void unread(SmtpSession session) {
    SmtpCommand command = session.command();
    if (command == null) {
      session.start("");
    } else {
      command.interjected();
    }
  }

  /** Something else was caught on the connection. */
  public static void caught(SmtpSession session, Throwable cause) {
    if (session.isLost() || session.lost(cause)) {
      return;
    }
    SmtpCommand command = session.command();
    if (command != null) {
      command.failed(cause);
      session.closing(CloseReason.ERROR);
    } else {
      session.closing(CloseReason.OTHER);
    }
  }

  /** The connection is closed. May be told more than once. */
  public static void closed(SmtpSession session) {
    if (JamesSmtpServer.isStopping(session)) {
      session.closing(CloseReason.SERVER_STOP);
    }
    session.close();
  }

  /** The command that is being answered on this connection, or null. */
  public static SmtpCommand command(ProtocolSession james) {
    SmtpSession session = sessions.get(james);
    return session == null ? null : session.command();
  }
}
