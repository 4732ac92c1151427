// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.greenmail;

import com.icegreen.greenmail.smtp.SmtpServer;
import io.mailscope.core.session.MailListener;
import io.mailscope.smtp.SmtpTelemetry;
import io.opentelemetry.instrumentation.api.util.VirtualField;
import java.net.ServerSocket;

/** The listener of a GreenMail SMTP server; the other protocols' servers share its base class. */
public final class GreenMailSmtpServer {

  private static final VirtualField<SmtpServer, MailListener> listener =
      VirtualField.find(SmtpServer.class, MailListener.class);

  private GreenMailSmtpServer() {}

  /** The server bound its port. */
  public static void bound(Object server, ServerSocket socket) {
    if (server instanceof SmtpServer && socket != null) {
      listener.set(
          (SmtpServer) server, MailListener.open(SmtpTelemetry.get(), socket.getLocalPort()));
    }
  }

  /** The server accepts no more. */
  public static void closed(Object server) {
    if (server instanceof SmtpServer) {
      MailListener open = listener.get((SmtpServer) server);
      if (open != null) {
        open.close();
      }
    }
  }
}
