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

  /** The handler begins to serve. */
  public static void opened(ProtocolHandler handler) {
    SmtpSession session = sessions.get(handler);
    if (session != null) {
      session.open();
    }
  }

  /** The handler is about to wait for a line: what it calls from here on finds the session. */
  public static Scope enter(ProtocolHandler handler) {
    SmtpSession session = sessions.get(handler);
    return session == null ? null : session.context().makeCurrent();
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

  /** A line is sent. */
  public static void sent(String line) {
    SmtpCommand command = command();
    if (command != null) {
      command.reply(line);
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
  public static void exit(ProtocolHandler handler, Scope scope, Throwable failure) {
    SmtpSession session = sessions.get(handler);
    if (session != null && session.command() != null) {
      session.command().failed(failure);
      session.command().end();
    }
    if (scope != null) {
      scope.close();
    }
  }

  /** The handler is done with the connection. */
  public static void closed(ProtocolHandler handler, Throwable failure) {
    SmtpSession session = sessions.get(handler);
    if (session != null) {
      if (failure == null && !session.isLost()) {
        // Neither the client nor a failure ended the loop; if not QUIT, then the server did.
        session.lost(CloseReason.SERVER_STOP);
      }
      session.close(failure);
    }
  }

  private static SmtpCommand command() {
    SmtpSession session = SmtpSession.current();
    return session == null ? null : session.command();
  }
}
