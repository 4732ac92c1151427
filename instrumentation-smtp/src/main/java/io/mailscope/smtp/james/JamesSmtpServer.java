// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james;

import static java.util.Arrays.asList;

import io.mailscope.james.JamesListeners;
import io.mailscope.smtp.SmtpTelemetry;
import java.util.HashSet;
import java.util.Set;
import org.apache.james.protocols.api.Protocol;
import org.apache.james.protocols.api.ProtocolServer;
import org.apache.james.protocols.smtp.SMTPProtocol;

/** Which of James' servers are for SMTP or LMTP. */
public final class JamesSmtpServer {

  // What whole James has; its classes are not there where its protocol servers run alone.
  private static final Set<String> OWN_SERVERS =
      new HashSet<>(
          asList(
              "org.apache.james.smtpserver.netty.SMTPServer",
              "org.apache.james.lmtpserver.netty.LMTPServer"));

  private JamesSmtpServer() {}

  /** A server that is embedded alone listens. */
  public static void bound(ProtocolServer server, Protocol protocol) {
    if (protocol instanceof SMTPProtocol) {
      JamesListeners.open(server, SmtpTelemetry.get());
    }
  }

  /** A server listens, one of James' own if it is for this protocol. */
  public static void bound(ProtocolServer server) {
    Class<?> type = server.getClass();
    while (type != null && !OWN_SERVERS.contains(type.getName())) {
      type = type.getSuperclass();
    }
    if (type != null) {
      JamesListeners.open(server, SmtpTelemetry.get());
    }
  }
}
