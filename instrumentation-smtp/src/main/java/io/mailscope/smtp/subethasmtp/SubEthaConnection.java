// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.subethasmtp;

import io.mailscope.core.session.MailSession;
import io.mailscope.core.session.Peer;
import io.opentelemetry.context.Scope;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;

/** What the advice tells: all of it is about the connection that the thread serves. */
public final class SubEthaConnection {

  private SubEthaConnection() {}

  private static SubEthaSession session() {
    MailSession session = MailSession.current();
    return session instanceof SubEthaSession ? (SubEthaSession) session : null;
  }

  /** The connection is about to be served: what is called from here on finds its session. */
  public static Scope opened(Socket socket) {
    SubEthaSession session = new SubEthaSession(Peer.of(socket));
    session.open();
    return session.context().makeCurrent();
  }

  /** The server gave it an id. */
  public static void identified(String id) {
    SubEthaSession session = session();
    if (session != null && id != null) {
      session.identified(id);
    }
  }

  /** The client's address, which is not the peer's behind a proxy. */
  public static void client(InetSocketAddress client) {
    SubEthaSession session = session();
    if (session != null && client != null) {
      session.peer().proxied(client);
    }
  }

  /** A line was read, or could not be. */
  public static void read(String line, Throwable failure) {
    SubEthaSession session = session();
    if (session != null) {
      session.read(line, failure);
    }
  }

  /** A line is about to be answered. */
  public static Scope command(String line) {
    SubEthaSession session = session();
    return session == null ? null : session.begin(line);
  }

  /** It was answered; on a failure the reply is still to come. */
  public static void handled(Scope scope, Throwable failure) {
    if (scope != null) {
      scope.close();
      SubEthaSession session = session();
      if (session != null) {
        session.handled(failure);
      }
    }
  }

  /** A reply is about to be sent. */
  public static void reply(String line, int recipients) {
    SubEthaSession session = session();
    if (session != null) {
      session.reply(line, recipients);
    }
  }

  /** It was sent. */
  public static void replied() {
    SubEthaSession session = session();
    if (session != null) {
      session.replied();
    }
  }

  /** An address was taken out of a command. */
  public static void address(String address) {
    SubEthaSession session = session();
    if (session != null) {
      session.address(address);
    }
  }

  /** The reply that follows is a refusal that the server's user asked for. */
  public static void refused() {
    SubEthaSession session = session();
    if (session != null && session.command() != null) {
      session.command().deliberate();
    }
  }

  /** The handler for lambdas has called its listener. */
  public static void listenerFailed(Throwable failure) {
    SubEthaSession session = session();
    if (session != null && SubEthaFailure.isOfListener(failure)) {
      session.failed(failure);
    }
  }

  /** The data of DATA is about to be read from that stream. */
  public static InputStream data(InputStream data) {
    SubEthaSession session = session();
    return session == null || session.command() == null ? data : new MessageData(data, session);
  }

  /** The data of BDAT is about to be read from that stream. */
  public static InputStream chunks(InputStream data) {
    SubEthaSession session = session();
    return session == null ? data : session.chunks().readFrom(data);
  }

  /** A BDAT command was parsed. */
  public static void chunk(long size, boolean last, boolean wrong) {
    SubEthaSession session = session();
    if (session != null) {
      session.chunks().next(size, last, wrong);
    }
  }

  /** The connection goes on on another socket. */
  public static void continuesOn(Socket socket) {
    SubEthaSession session = session();
    if (session != null) {
      session.continuesOn(socket);
    }
  }

  /** The connection is done with. */
  public static void closed(Scope scope, boolean quitting, Throwable failure) {
    SubEthaSession session = session();
    if (scope != null) {
      scope.close();
      if (session != null) {
        session.closed(quitting, failure);
      }
    }
  }
}
