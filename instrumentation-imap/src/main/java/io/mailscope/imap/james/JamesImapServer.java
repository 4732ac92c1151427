// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import io.mailscope.core.session.MailListener;
import io.mailscope.imap.ImapTelemetry;
import io.opentelemetry.instrumentation.api.util.VirtualField;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.imapserver.netty.IMAPServer;

/** The ports of a James IMAP server, which can listen on several. */
public final class JamesImapServer {

  private static final VirtualField<IMAPServer, JamesImapServer> listening =
      VirtualField.find(IMAPServer.class, JamesImapServer.class);

  private final List<MailListener> listeners = new ArrayList<>();

  private JamesImapServer() {}

  /** The server has bound its ports. */
  public static void bound(Object server) {
    if (server instanceof IMAPServer) {
      JamesImapServer up = new JamesImapServer();
      for (InetSocketAddress address : ((IMAPServer) server).getListenAddresses()) {
        up.listeners.add(MailListener.open(ImapTelemetry.get(), address.getPort()));
      }
      listening.set((IMAPServer) server, up);
    }
  }

  /** The server closes them. */
  public static void closed(Object server) {
    JamesImapServer up = server instanceof IMAPServer ? listening.get((IMAPServer) server) : null;
    if (up != null) {
      for (MailListener listener : up.listeners) {
        listener.close();
      }
    }
  }
}
