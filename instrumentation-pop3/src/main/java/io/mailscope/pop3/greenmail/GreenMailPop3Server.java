// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.greenmail;

import com.icegreen.greenmail.pop3.Pop3Server;
import io.mailscope.core.session.MailListener;
import io.mailscope.pop3.Pop3Telemetry;
import io.opentelemetry.instrumentation.api.util.VirtualField;
import java.net.ServerSocket;

/** The listener of a GreenMail POP3 server; the other protocols' servers share its base class. */
public final class GreenMailPop3Server {

  private static final VirtualField<Pop3Server, MailListener> listener =
      VirtualField.find(Pop3Server.class, MailListener.class);

  private GreenMailPop3Server() {}

  /** The server bound its port. */
  public static void bound(Object server, ServerSocket socket) {
    if (server instanceof Pop3Server && socket != null) {
      listener.set(
          (Pop3Server) server, MailListener.open(Pop3Telemetry.get(), socket.getLocalPort()));
    }
  }

  /** The server accepts no more. */
  public static void closed(Object server) {
    if (server instanceof Pop3Server) {
      MailListener open = listener.get((Pop3Server) server);
      if (open != null) {
        open.close();
      }
    }
  }
}
