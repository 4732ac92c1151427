// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import io.mailscope.imap.ImapTelemetry;
import io.mailscope.james.JamesListeners;
import org.apache.james.imapserver.netty.IMAPServer;
import org.apache.james.protocols.api.ProtocolServer;

/** Which of James' servers are for IMAP. */
public final class JamesImapServer {

  private JamesImapServer() {}

  /** A server listens; those of the other protocols have the same base class. */
  public static void bound(ProtocolServer server) {
    if (server instanceof IMAPServer) {
      JamesListeners.open(server, ImapTelemetry.get());
    }
  }
}
