// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.greenmail;

import com.icegreen.greenmail.imap.ProtocolException;
import com.icegreen.greenmail.server.ProtocolHandler;
import io.mailscope.core.session.CloseReason;
import io.mailscope.core.session.MailSession;
import io.mailscope.core.session.Peer;
import io.mailscope.imap.ImapCommand;
import io.mailscope.imap.ImapSession;
import io.opentelemetry.context.Scope;
import io.opentelemetry.instrumentation.api.util.VirtualField;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** A connection to GreenMail's IMAP server, kept with its handler. */
public final class GreenMailImapConnection {

  private static final VirtualField<ProtocolHandler, ImapSession> sessions =
      VirtualField.find(ProtocolHandler.class, ImapSession.class);

  private GreenMailImapConnection() {}

  /** A handler was made for a socket. */
  public static void accepted(ProtocolHandler handler, Socket socket) {
    ImapSession session = new ImapSession(MailSession.newId(), Peer.of(socket));
    session.reuseCommands();
    sessions.set(handler, session);
  }

  /** The handler begins to serve: what it calls from here on finds the session. */
  public static Scope opened(ProtocolHandler handler) {
    ImapSession session = sessions.get(handler);
    if (session == null) {
      return null;
    }
    session.open();
    return session.context().makeCurrent();
  }

  /** The connection can't be read any more; what the client sent did not end. */
  public static void unreadable(Throwable failure) {
    ImapSession session = ImapSession.current();
    if (session == null || !(failure instanceof ProtocolException)) {
      return;
    }
    Throwable cause = failure.getCause();
    if (cause == null) {
      // GreenMail's own exception for -1 from the stream, as after a write that failed already.
      if (!session.isLost()) {
        session.lost(CloseReason.EOF);
      }
    } else if (!(cause instanceof SocketTimeoutException && isIdle(session))) {
      session.lost(cause);
    }
  }

  /** A response could not be written; GreenMail's writer keeps the exception to itself. */
  public static void unwritable() {
    ImapSession session = ImapSession.current();
    if (session != null) {
      session.lost(CloseReason.RESET);
    }
  }

  /** The client was asked to go on. */
  public static void continued(Throwable failure) {
    ImapSession session = ImapSession.current();
    if (session == null) {
      return;
    }
    if (failure != null) {
      session.lost(failure);
    } else if (session.command() != null) {
      session.command().continued();
    }
  }

  /** The handler is done with the connection. */
  public static void closed(ProtocolHandler handler, Scope scope, Throwable failure) {
    ImapSession session = sessions.get(handler);
    if (session != null) {
      if (failure == null && !session.isLost()) {
        // GreenMail's loop ends by itself after LOGOUT, and when the server closes its connections.
        session.lost(CloseReason.SERVER_STOP);
      }
      session.close(failure);
    }
    if (scope != null) {
      scope.close();
    }
  }

  // GreenMail waits on: only a command has its time limit, not IDLE.
  private static boolean isIdle(ImapSession session) {
    ImapCommand command = session.command();
    return command != null && command.isIdle();
  }
}
