// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import io.mailscope.core.session.MailListener;
import io.mailscope.imap.ImapSession;
import io.mailscope.imap.ImapTelemetry;
import io.opentelemetry.instrumentation.api.util.VirtualField;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.james.imapserver.netty.IMAPServer;

/** The ports of a James IMAP server, which can listen on several. */
public final class JamesImapServer {

  private static final VirtualField<IMAPServer, JamesImapServer> listening =
      VirtualField.find(IMAPServer.class, JamesImapServer.class);

  // By port, since neither knows of the other: a connection of its server, a server of its
  // sessions.
  private static final Set<Long> stopping = ConcurrentHashMap.newKeySet();

  private final List<MailListener> listeners = new ArrayList<>();
  private final List<Long> ports = new ArrayList<>();

  private JamesImapServer() {}

  /** The server has bound its ports. */
  public static void bound(Object server) {
    if (server instanceof IMAPServer) {
      JamesImapServer up = new JamesImapServer();
      for (InetSocketAddress address : ((IMAPServer) server).getListenAddresses()) {
        up.add(address.getPort());
      }
      listening.set((IMAPServer) server, up);
    }
  }

  private void add(int port) {
    stopping.remove((long) port);
    ports.add((long) port);
    listeners.add(MailListener.open(ImapTelemetry.get(), port));
  }

  /** The server is told to stop; it closes its connections too. */
  public static void stopping(Object server) {
    JamesImapServer up = server instanceof IMAPServer ? listening.get((IMAPServer) server) : null;
    if (up != null) {
      stopping.addAll(up.ports);
      for (MailListener listener : up.listeners) {
        listener.close();
      }
    }
  }

  /** Whether the server of a connection is about to stop, or has. */
  public static boolean isStopping(ImapSession session) {
    Long port = session.peer().serverPort();
    return port != null && stopping.contains(port);
  }
}
