// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james;

import io.mailscope.core.session.MailListener;
import io.mailscope.smtp.SmtpSession;
import io.mailscope.smtp.SmtpTelemetry;
import io.opentelemetry.instrumentation.api.util.VirtualField;
import java.net.InetSocketAddress;
import java.util.ArrayList;
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

  // By port, since neither knows of the other: a connection of its server, a server of its
  // sessions.
  private static final Set<Long> stopping = ConcurrentHashMap.newKeySet();

  private final List<MailListener> listeners = new ArrayList<>();
  private final List<Long> ports = new ArrayList<>();

  private JamesSmtpServer() {}

  /** The server listens. */
  public static void bound(ProtocolServer server, Protocol protocol) {
    if (!(protocol instanceof SMTPProtocol)) {
      return;
    }
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
