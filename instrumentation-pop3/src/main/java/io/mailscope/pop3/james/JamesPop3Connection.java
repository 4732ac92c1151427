// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.mailscope.core.session.CloseReason;
import io.mailscope.core.session.Peer;
import io.mailscope.pop3.Pop3Command;
import io.mailscope.pop3.Pop3Session;
import io.opentelemetry.context.Scope;
import io.opentelemetry.instrumentation.api.util.VirtualField;
import org.apache.james.protocols.api.ProtocolSession;
import org.apache.james.protocols.api.Request;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.pop3.POP3Session;

/**
 * A connection to James' POP3 server, kept with James' session. James sends a message in its own
 * time, and goes on to the next command meanwhile.
 */
public final class JamesPop3Connection {

  private static final VirtualField<ProtocolSession, Pop3Session> sessions =
      VirtualField.find(ProtocolSession.class, Pop3Session.class);

  private JamesPop3Connection() {}

  /**
   * A client connected.
   *
   * @return null where it does not speak POP3
   */
  public static Pop3Session opened(ProtocolSession james) {
    if (!(james instanceof POP3Session)) {
      return null;
    }
    Peer peer = Peer.of(james.getRemoteAddress(), james.getLocalAddress());
    Pop3Session session = new Pop3Session(james.getSessionID(), peer);
    session.closing(CloseReason.EOF);
    sessions.set(james, session);
    session.open();
    return session;
  }

  /** The peer is a proxy that has told whose connection it passes on. */
  public static void proxied(ProtocolSession james) {
    Pop3Session session = sessions.get(james);
    if (session != null) {
      session.peer().proxied(james.getRemoteAddress());
    }
  }

  /** A command was read. It is current until the scope is closed. */
  public static Scope read(ProtocolSession james, Request request) {
    Pop3Session session = sessions.get(james);
    return session == null ? null : session.start(request.getCommand()).attach();
  }

  /** James has dealt with the command. */
  public static void served(ProtocolSession james, Scope scope, Throwable failure) {
    if (scope != null) {
      scope.close();
    }
    Pop3Command command = failure == null ? null : command(james);
    if (command != null) {
      command.failed(failure);
    }
  }

  /** James is about to answer; what it asks the response for finds the command. */
  public static Scope answering(ProtocolSession james, Response response) {
    Pop3Session session = sessions.get(james);
    if (session == null) {
      return null;
    }
    if (response != null && response.isEndSession()) {
      session.closing(CloseReason.OTHER);
    }
    return session.command() == null ? null : session.command().attach();
  }

  /** Lines are about to be sent, the reply first. */
  public static void reply(ProtocolSession james, byte[] lines) {
    Pop3Command command = command(james);
    if (command != null && lines.length > 0) {
      int end = 0;
      while (end < lines.length && lines[end] != '\r' && lines[end] != '\n') {
        end++;
      }
      command.reply(new String(lines, 0, end, ISO_8859_1));
    }
  }

  /** James has answered; unless a message is still to be sent, the command is over. */
  public static void answered(ProtocolSession james, Scope scope) {
    if (scope != null) {
      scope.close();
    }
    Pop3Command command = command(james);
    if (command != null && command.isReplied()) {
      command.end();
    }
  }

  /** What the client sent can't be read as a line; James refuses it. */
  public static void unread(Pop3Session session) {
    if (session.command() == null) {
      session.start("");
    }
  }

  /** Something else was caught on the connection. */
  public static void caught(Pop3Session session, Throwable cause) {
    if (session.isLost() || session.lost(cause)) {
      return;
    }
    Pop3Command command = session.command();
    if (command != null) {
      command.failed(cause);
      session.closing(CloseReason.ERROR);
    } else {
      session.closing(CloseReason.OTHER);
    }
  }

  /** The connection is closed. May be told more than once. */
  public static void closed(Pop3Session session) {
    if (JamesPop3Server.isStopping(session)) {
      session.closing(CloseReason.SERVER_STOP);
    }
    session.close();
  }

  private static Pop3Command command(ProtocolSession james) {
    Pop3Session session = sessions.get(james);
    return session == null ? null : session.command();
  }
}
