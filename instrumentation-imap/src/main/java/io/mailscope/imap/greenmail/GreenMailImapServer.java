// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.greenmail;

import com.icegreen.greenmail.imap.ImapServer;
import io.mailscope.core.session.MailListener;
import io.mailscope.imap.ImapTelemetry;
import io.opentelemetry.instrumentation.api.util.VirtualField;
import java.net.ServerSocket;

/** The listener of a GreenMail IMAP server; the other protocols' servers share its base class. */
public final class GreenMailImapServer {

  private static final VirtualField<ImapServer, MailListener> listener =
      VirtualField.find(ImapServer.class, MailListener.class);

  private GreenMailImapServer() {}

  /** The server bound its port. */
  public static void bound(Object server, ServerSocket socket) {
    if (server instanceof ImapServer && socket != null) {
      listener.set(
          (ImapServer) server, MailListener.open(ImapTelemetry.get(), socket.getLocalPort()));
    }
  }

  /** The server accepts no more. */
  public static void closed(Object server) {
    if (server instanceof ImapServer) {
      MailListener open = listener.get((ImapServer) server);
      if (open != null) {
        open.close();
      }
    }
  }
}
