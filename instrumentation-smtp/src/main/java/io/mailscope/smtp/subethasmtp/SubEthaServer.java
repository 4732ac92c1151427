// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.subethasmtp;

import io.mailscope.core.session.MailListener;
import io.mailscope.smtp.SmtpTelemetry;
import java.net.ServerSocket;

/** The listener of a SubEtha server. */
public final class SubEthaServer {

  private SubEthaServer() {}

  /** The server bound its port; null if it is closed again already. */
  public static MailListener listens(ServerSocket socket) {
    return socket == null ? null : MailListener.open(SmtpTelemetry.get(), socket.getLocalPort());
  }

  /** The server accepts no more. */
  public static void closed(MailListener listener) {
    if (listener != null) {
      listener.close();
    }
  }
}
