// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.greenmail;

import com.icegreen.greenmail.server.ProtocolHandler;
import io.mailscope.core.session.CloseReason;
import io.mailscope.core.session.MailSession;
import io.mailscope.core.session.Peer;
import io.mailscope.pop3.Pop3Command;
import io.mailscope.pop3.Pop3Session;
import io.opentelemetry.context.Scope;
import io.opentelemetry.instrumentation.api.util.VirtualField;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A connection to GreenMail's POP3 server, kept with its handler. */
public final class GreenMailPop3Connection {

  private static final VirtualField<ProtocolHandler, Pop3Session> sessions =
      VirtualField.find(ProtocolHandler.class, Pop3Session.class);

  private GreenMailPop3Connection() {}

  /** A handler was made for a socket. */
  public static void accepted(ProtocolHandler handler, Socket socket) {
    Pop3Session session = new Pop3Session(MailSession.newId(), Peer.of(socket));
    session.reuseCommands();
    sessions.set(handler, session);
  }

  /** The handler begins to serve: what it calls from here on finds the session. */
  public static Scope opened(ProtocolHandler handler) {
    Pop3Session session = sessions.get(handler);
    if (session == null) {
      return null;
    }
    session.open();
    return session.context().makeCurrent();
  }

  /** A line was read, or could not be. */
  public static void read(String line, Throwable failure) {
    Pop3Session session = Pop3Session.current();
    if (session == null) {
      return;
    }
    Pop3Command command = session.command();
    if (failure != null) {
      failed(session, command, failure);
    } else if (line == null) {
      lost(session, CloseReason.EOF);
    } else if (command == null) {
      session.start(line).makeCurrent();
    } else if (line.equals("*")) {
      command.auth().cancelled();
    }
  }

  private static void failed(Pop3Session session, Pop3Command command, Throwable failure) {
    if (command != null && failure instanceof SocketTimeoutException) {
      // GreenMail refuses the exchange that the client let lie, and reads on.
      command.auth().cancelled();
    } else {
      lost(session, CloseReason.of(failure));
    }
  }

  /** The first sign counts: those that follow, a read after a failed write, say less. */
  static void lost(Pop3Session session, CloseReason reason) {
    if (reason != null && !session.isLost()) {
      session.lost(reason);
    }
  }

  /** The line was answered. */
  public static void answered(Throwable failure) {
    Pop3Command command = command();
    if (command != null) {
      command.failed(failure);
      command.end();
    }
  }

  /** The handler is told to close: by its own thread, or by a server that stops. */
  public static void closing(ProtocolHandler handler) {
    Pop3Session session = sessions.get(handler);
    if (session != null && session != Pop3Session.current()) {
      lost(session, CloseReason.SERVER_STOP);
    }
  }

  /** The handler is done with the connection. */
  public static void closed(ProtocolHandler handler, Scope scope, Throwable failure) {
    if (scope != null) {
      scope.close();
    }
    Pop3Session session = sessions.get(handler);
    if (session != null) {
      session.close(failure);
    }
  }

  /** The command that this thread answers, or null. */
  static Pop3Command command() {
    Pop3Session session = Pop3Session.current();
    return session == null ? null : session.command();
  }
}
