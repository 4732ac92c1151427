// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.greenmail;

import com.icegreen.greenmail.server.ProtocolHandler;
import io.mailscope.core.session.CloseReason;
import io.mailscope.core.session.MailSession;
import io.mailscope.core.session.Peer;
import io.mailscope.smtp.SmtpCommand;
import io.mailscope.smtp.SmtpSession;
import io.opentelemetry.context.Scope;
import io.opentelemetry.instrumentation.api.util.VirtualField;
import java.net.Socket;

/** A connection to GreenMail's SMTP server, kept with its handler. */
public final class GreenMailSmtpConnection {

  private static final VirtualField<ProtocolHandler, SmtpSession> sessions =
      VirtualField.find(ProtocolHandler.class, SmtpSession.class);

  private GreenMailSmtpConnection() {}

  /** A handler was made for a socket. */
  public static void accepted(ProtocolHandler handler, Socket socket) {
    SmtpSession session = new SmtpSession(MailSession.newId(), Peer.of(socket));
    session.reuseCommands();
    sessions.set(handler, session);
  }

  /** The handler begins to serve: what it calls from here on finds the session. */
  public static Scope opened(ProtocolHandler handler) {
    SmtpSession session = sessions.get(handler);
    if (session == null) {
      return null;
    }
    session.open();
    return session.context().makeCurrent();
  }

  /** A line was read, or could not be. */
  public static void read(String line, Throwable failure) {
    SmtpSession session = SmtpSession.current();
    if (session == null) {
      return;
    }
    if (failure != null) {
      session.lost(failure);
    } else if (line == null) {
      session.lost(CloseReason.EOF);
    } else if (session.command() == null) {
      session.start(line).makeCurrent();
    } else if (line.equals("*")) {
      session.command().auth().cancelled();
    }
  }

  /** A line is about to be sent. */
  public static void reply(String line) {
    SmtpCommand command = command();
    if (command != null) {
      command.reply(line);
    }
  }

  /** It was sent. QUIT ends here: closing a TLS connection waits for the client. */
  public static void replied() {
    SmtpCommand command = command();
    if (command != null && command.isQuit()) {
      command.end();
    }
  }

  /** The message data was read, or could not be. */
  public static void dataRead(long size, Throwable failure) {
    SmtpCommand command = command();
    if (command == null) {
      return;
    }
    if (failure == null) {
      command.received(size);
    } else if (!command.session().lost(failure)) {
      // GreenMail has no type of its own for a connection that ends before the final dot, and its
      // message quotes the content: neither is a failure of the server.
      command.session().lost(CloseReason.EOF);
    }
  }

  /** The line was answered. */
  public static void answered(Throwable failure) {
    SmtpCommand command = command();
    if (command != null) {
      command.failed(failure);
      command.end();
    }
  }

  /** The handler is told to close: by its own thread, or by a server that stops. */
  public static void closing(ProtocolHandler handler) {
    SmtpSession session = sessions.get(handler);
    if (session != null && session != SmtpSession.current()) {
      session.lost(CloseReason.SERVER_STOP);
    }
  }

  /** The handler is done with the connection. */
  public static void closed(ProtocolHandler handler, Scope scope, Throwable failure) {
    if (scope != null) {
      scope.close();
    }
    SmtpSession session = sessions.get(handler);
    if (session != null) {
      session.close(failure);
    }
  }

  private static SmtpCommand command() {
    SmtpSession session = SmtpSession.current();
    return session == null ? null : session.command();
  }
}
