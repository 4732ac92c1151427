// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.session;

import io.mailscope.core.catalog.MailAttributes;
import io.opentelemetry.api.trace.Span;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/**
 * Both ends of a connection. Addresses are those of the connection, never looked up; ports are
 * boxed once. Not thread-safe in {@link #describe}: the first command after a handshake settles the
 * TLS version.
 */
public final class Peer {

  /** Of a connection of which nothing is known. */
  public static final Peer UNKNOWN = new Peer(null, null, null, null);

  // What JSSE calls the protocol of a session that there is not yet.
  private static final String NO_HANDSHAKE = "NONE";

  private final String peerAddress;
  private final Long serverPort;
  private String clientAddress;
  private Long clientPort;
  private SSLSocket handshaking;
  private SSLEngine engine;
  private String tlsVersion;

  private Peer(String clientAddress, Long clientPort, Long serverPort, SSLSocket handshaking) {
    this.peerAddress = clientAddress;
    this.clientAddress = clientAddress;
    this.clientPort = clientPort;
    this.serverPort = serverPort;
    this.handshaking = handshaking;
  }

  /** The ends of a connected socket. Its TLS handshake need not have happened. */
  public static Peer of(Socket socket) {
    if (socket == null) {
      return UNKNOWN;
    }
    InetAddress address = socket.getInetAddress();
    return new Peer(
        address == null ? null : address.getHostAddress(),
        port(socket.getPort()),
        port(socket.getLocalPort()),
        socket instanceof SSLSocket ? (SSLSocket) socket : null);
  }

  /** The ends of a connection that the server knows by its addresses. */
  public static Peer of(SocketAddress remote, SocketAddress local) {
    return new Peer(address(remote), port(remote), port(local), null);
  }

  private static String address(SocketAddress end) {
    InetAddress address =
        end instanceof InetSocketAddress ? ((InetSocketAddress) end).getAddress() : null;
    return address == null ? null : address.getHostAddress();
  }

  private static Long port(SocketAddress end) {
    return end instanceof InetSocketAddress ? port(((InetSocketAddress) end).getPort()) : null;
  }

  private static Long port(int port) {
    return port > 0 ? Long.valueOf(port) : null;
  }

  /** The peer is a proxy, and has said for whom; before the first command. */
  public void proxied(SocketAddress client) {
    clientAddress = address(client);
    clientPort = port(client);
  }

  /** The connection is encrypted from now on, by a socket on top of the one it began with. */
  public void tls(SSLSocket socket) {
    handshaking = socket;
  }

  /** The connection is encrypted from now on; the handshake need not have happened. */
  public void tls(SSLEngine engine) {
    this.engine = engine;
  }

  /** The server's port, or null where it is not known. */
  public Long serverPort() {
    return serverPort;
  }

  /** Null before the end of the handshake: a command can have been sent along in plain text. */
  private static String version(SSLSession session) {
    String version = session.getProtocol();
    return NO_HANDSHAKE.equals(version) ? null : version;
  }

  void describe(Span span) {
    if (clientAddress != null) {
      span.setAttribute(MailAttributes.CLIENT_ADDRESS, clientAddress);
    }
    if (peerAddress != null) {
      span.setAttribute(MailAttributes.NETWORK_PEER_ADDRESS, peerAddress);
    }
    if (clientPort != null) {
      span.setAttribute(MailAttributes.CLIENT_PORT, clientPort);
    }
    if (serverPort != null) {
      span.setAttribute(MailAttributes.SERVER_PORT, serverPort);
    }
    if (handshaking != null) {
      // A command was read, so the handshake is over and asking for the session can't block.
      tlsVersion = version(handshaking.getSession());
      handshaking = tlsVersion == null ? handshaking : null;
    }
    if (engine != null) {
      tlsVersion = version(engine.getSession());
      engine = tlsVersion == null ? engine : null;
    }
    if (tlsVersion != null) {
      span.setAttribute(MailAttributes.TLS_PROTOCOL_VERSION, tlsVersion);
    }
  }
}
