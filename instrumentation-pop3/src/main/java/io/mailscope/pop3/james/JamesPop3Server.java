// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james;

import io.mailscope.core.session.MailListener;
import io.mailscope.pop3.Pop3Session;
import io.mailscope.pop3.Pop3Telemetry;
import io.opentelemetry.instrumentation.api.util.VirtualField;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.james.protocols.api.Protocol;
import org.apache.james.protocols.api.ProtocolServer;
import org.apache.james.protocols.pop3.POP3Protocol;

/** The listeners of a James server for POP3, one for each address that it is bound to. */
public final class JamesPop3Server {

  private static final VirtualField<ProtocolServer, JamesPop3Server> servers =
      VirtualField.find(ProtocolServer.class, JamesPop3Server.class);

  // What whole James has; the class is not there where its protocol servers run alone.
  private static final String OWN_SERVER = "org.apache.james.pop3server.netty.POP3Server";

  // By port, since neither knows of the other: a connection of its server, a server of its
  // sessions.
  private static final Set<Long> stopping = ConcurrentHashMap.newKeySet();

  private final List<MailListener> listeners = new ArrayList<>();
  private final List<Long> ports = new ArrayList<>();

  private JamesPop3Server() {}

  /** A server that is embedded alone listens. */
  public static void bound(ProtocolServer server, Protocol protocol) {
    if (protocol instanceof POP3Protocol) {
      listening(server);
    }
  }

  /** A server listens, one of James' own if it is for this protocol. */
  public static void bound(ProtocolServer server) {
    Class<?> type = server.getClass();
    while (type != null && !type.getName().equals(OWN_SERVER)) {
      type = type.getSuperclass();
    }
    if (type != null) {
      listening(server);
    }
  }

  private static void listening(ProtocolServer server) {
    JamesPop3Server bound = new JamesPop3Server();
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
    listeners.add(MailListener.open(Pop3Telemetry.get(), port));
  }

  /** The server is told to stop; it closes its connections too. */
  public static void stopping(ProtocolServer server) {
    JamesPop3Server bound = servers.get(server);
    if (bound != null) {
      stopping.addAll(bound.ports);
      bound.listeners.forEach(MailListener::close);
    }
  }

  /** Whether the server of a connection is about to stop, or has. */
  static boolean isStopping(Pop3Session session) {
    Long port = session.peer().serverPort();
    return port != null && stopping.contains(port);
  }
}
