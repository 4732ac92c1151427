// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.session;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Why a connection ended, as {@code {protocol}.connections.closed} tells it. */
public enum CloseReason {
  /** The client took leave with QUIT or LOGOUT. */
  QUIT,
  /** The client closed the connection without taking leave. */
  EOF,
  /** The connection was reset or broke. */
  RESET,
  /** The server waited too long for the client. */
  TIMEOUT,
  /** The TLS handshake or record layer failed. */
  TLS_FAILURE,
  /** The server failed. */
  ERROR,
  /** The server closed the connection since it stops. */
  SERVER_STOP,
  /** None of the above can be told. */
  OTHER;

  private static final int MAX_CAUSES = 8;

  /**
   * What a failed read or write says about the connection.
   *
   * @return null where the failure has nothing to do with the connection
   */
  public static CloseReason of(Throwable failure) {
    CloseReason found = null;
    int depth = 0;
    for (Throwable t = failure; t != null && depth < MAX_CAUSES; t = t.getCause()) {
      CloseReason reason = ofOne(t);
      // The innermost says most: an SSLException can wrap "connection reset".
      found = reason == null ? found : reason;
      depth++;
    }
    return found;
  }

  private static CloseReason ofOne(Throwable t) {
    if (t instanceof SocketTimeoutException) {
      return TIMEOUT;
    }
    if (t instanceof SSLException) {
      return TLS_FAILURE;
    }
    if (t instanceof EOFException) {
      return EOF;
    }
    if (t instanceof ConnectException || t instanceof NoRouteToHostException) {
      // What the server tried to connect to: the client has connected.
      return null;
    }
    if (t instanceof SocketException) {
      return isClosedHere(t.getMessage()) ? SERVER_STOP : RESET;
    }
    if (t instanceof ClosedChannelException) {
      return RESET;
    }
    return t instanceof IOException ? ofMessage(t.getMessage()) : null;
  }

  /**
   * The JDK's channels, too, tell what happened to a connection by a message only; Netty's native
   * ones put the name of the system call before it.
   */
  private static CloseReason ofMessage(String message) {
    if (message == null) {
      return null;
    }
    if (message.equals("Stream closed")) {
      return SERVER_STOP;
    }
    return message.endsWith("Connection reset by peer") || message.endsWith("Broken pipe")
        ? RESET
        : null;
  }

  // The JDK has no type for a socket that its own process closed. Its messages are "Socket closed",
  // "Socket is closed" and, on Java 8, "Socket Closed".
  private static boolean isClosedHere(String message) {
    if (message == null) {
      return false;
    }
    String lower = message.toLowerCase(Locale.ROOT);
    return lower.startsWith("socket") && lower.endsWith("closed");
  }
}
