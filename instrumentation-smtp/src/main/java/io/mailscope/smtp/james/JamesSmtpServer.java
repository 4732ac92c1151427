// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james;

import static java.util.Arrays.asList;

import io.mailscope.core.session.MailListener;
import io.mailscope.smtp.SmtpSession;
import io.mailscope.smtp.SmtpTelemetry;
import io.opentelemetry.instrumentation.api.util.VirtualField;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.james.protocols.api.Protocol;
import org.apache.james.protocols.api.ProtocolServer;
import org.apache.james.protocols.smtp.SMTPProtocol;

/** The listeners of a James server for SMTP or LMTP, one for each address that it is bound to. */
public final class JamesSmtpServer {

  private static final VirtualField<ProtocolServer, JamesSmtpServer> servers =
      VirtualField.find(ProtocolServer.class, JamesSmtpServer.class);

  // What whole James has; its classes are not there where its protocol servers run alone.
  private static final Set<String> OWN_SERVERS =
      new HashSet<>(
          asList(
              "org.apache.james.smtpserver.netty.SMTPServer",
              "org.apache.james.lmtpserver.netty.LMTPServer"));

  // By port, since neither knows of the other: a connection of its server, a server of its
  // sessions.
  private static final Set<Long> stopping = ConcurrentHashMap.newKeySet();

  private final List<MailListener> listeners = new ArrayList<>();
  private final List<Long> ports = new ArrayList<>();

  private JamesSmtpServer() {}

  /** A server that is embedded alone listens. */
  public static void bound(ProtocolServer server, Protocol protocol) {
    if (protocol instanceof SMTPProtocol) {
      listening(server);
    }
  }

  /** A server listens, one of James' own if it is for this protocol. */
  public static void bound(ProtocolServer server) {
    Class<?> type = server.getClass();
    while (type != null && !OWN_SERVERS.contains(type.getName())) {
      type = type.getSuperclass();
    }
    if (type != null) {
      listening(server);
    }
  }

  private static void listening(ProtocolServer server) {
    JamesSmtpServer bound = new JamesSmtpServer();
    for (Object address : server.getListenAddresses()) {
      if (address instanceof InetSocketAddress) {
        bound.add(((InetSocketAddress) address).getPort());
      }
    }
    servers.set(server, bound);
  }

  private void add(int port) {
    stopping.remove((long) port);
    ports.add((long) port);
    listeners.add(MailListener.open(SmtpTelemetry.get(), port));
  }

  /** The server is told to stop; it closes its connections too. */
  public static void stopping(ProtocolServer server) {
    JamesSmtpServer bound = servers.get(server);
    if (bound != null) {
      stopping.addAll(bound.ports);
      bound.listeners.forEach(MailListener::close);
    }
  }

  /** Whether the server of a connection is about to stop, or has. */
  static boolean isStopping(SmtpSession session) {
    Long port = session.peer().serverPort();
    return port != null && stopping.contains(port);
  }
}
