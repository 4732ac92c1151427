// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james;

import io.mailscope.james.JamesListeners;
import io.mailscope.pop3.Pop3Telemetry;
import org.apache.james.protocols.api.Protocol;
import org.apache.james.protocols.api.ProtocolServer;
import org.apache.james.protocols.pop3.POP3Protocol;

/** Which of James' servers are for POP3. */
public final class JamesPop3Server {

  // What whole James has; the class is not there where its protocol servers run alone.
  private static final String OWN_SERVER = "org.apache.james.pop3server.netty.POP3Server";

  private JamesPop3Server() {}

  /** A server that is embedded alone listens. */
  public static void bound(ProtocolServer server, Protocol protocol) {
    if (protocol instanceof POP3Protocol) {
      JamesListeners.open(server, Pop3Telemetry.get());
    }
  }

  /** A server listens, one of James' own if it is for this protocol. */
  public static void bound(ProtocolServer server) {
    Class<?> type = server.getClass();
    while (type != null && !type.getName().equals(OWN_SERVER)) {
      type = type.getSuperclass();
    }
    if (type != null) {
      JamesListeners.open(server, Pop3Telemetry.get());
    }
  }
}
