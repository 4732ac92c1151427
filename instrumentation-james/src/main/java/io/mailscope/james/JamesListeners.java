// SPDX-License-Identifier: Apache-2.0
package io.mailscope.james;

import io.mailscope.core.catalog.MailProtocol;
import io.mailscope.core.meter.ProtocolMeters;
import io.mailscope.core.session.MailListener;
import io.mailscope.core.session.MailSession;
import io.mailscope.core.session.ProtocolTelemetry;
import io.opentelemetry.instrumentation.api.util.VirtualField;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.james.protocols.api.ProtocolServer;

/**
 * The listeners of a James server, one for each port that it is bound to. A server is of one
 * protocol, so whoever sees it stop closes them. Thread-safe.
 */
public final class JamesListeners {

  private static final VirtualField<ProtocolServer, JamesListeners> bound =
      VirtualField.find(ProtocolServer.class, JamesListeners.class);

  // By port, since neither knows of the other: a connection of its server, a server of its
  // sessions.
  private static final Map<MailProtocol, Set<Long>> stopping = new EnumMap<>(MailProtocol.class);

  static {
    for (MailProtocol protocol : MailProtocol.values()) {
      stopping.put(protocol, ConcurrentHashMap.newKeySet());
    }
  }

  private final ProtocolTelemetry<? extends ProtocolMeters> telemetry;
  private final List<MailListener> listeners = new ArrayList<>();
  private final List<Long> ports = new ArrayList<>();
  private final AtomicBoolean stopped = new AtomicBoolean();

  private JamesListeners(ProtocolTelemetry<? extends ProtocolMeters> telemetry) {
    this.telemetry = telemetry;
  }

  /** A server of the protocol listens. */
  public static void open(
      ProtocolServer server, ProtocolTelemetry<? extends ProtocolMeters> telemetry) {
    JamesListeners opened = new JamesListeners(telemetry);
    for (Object address : server.getListenAddresses()) {
      if (address instanceof InetSocketAddress) {
        opened.add(((InetSocketAddress) address).getPort());
      }
    }
    bound.set(server, opened);
  }

  private void add(int port) {
    if (ports.contains((long) port)) {
      // On Netty 3 the addresses are those of the connections too.
      return;
    }
    stopping.get(telemetry.protocol()).remove((long) port);
    ports.add((long) port);
    listeners.add(MailListener.open(telemetry, port));
  }

  /**
   * A server is told to stop; it closes its connections too. Only the first call counts: one that
   * comes later may find another server on the port.
   */
  public static void stopping(ProtocolServer server) {
    JamesListeners opened = bound.get(server);
    if (opened != null && opened.stopped.compareAndSet(false, true)) {
      stopping.get(opened.telemetry.protocol()).addAll(opened.ports);
      opened.listeners.forEach(MailListener::close);
    }
  }

  /** Whether the server of a connection is about to stop, or has. */
  public static boolean isStopping(MailSession session) {
    Long port = session.peer().serverPort();
    return port != null && stopping.get(session.telemetry().protocol()).contains(port);
  }
}
