// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james;

import io.mailscope.core.session.Peer;
import io.mailscope.james.JamesSessions;
import io.mailscope.pop3.Pop3Session;
import io.opentelemetry.instrumentation.api.util.VirtualField;
import org.apache.james.protocols.api.ProtocolSession;
import org.apache.james.protocols.pop3.POP3Session;

/** The connections to James' POP3 server. Thread-safe. */
public final class JamesPop3Sessions extends JamesSessions<Pop3Session> {

  private static final JamesPop3Sessions instance = new JamesPop3Sessions();

  private JamesPop3Sessions() {
    super(VirtualField.find(ProtocolSession.class, Pop3Session.class));
  }

  /** What all advice shares. */
  public static JamesPop3Sessions get() {
    return instance;
  }

  @Override
  protected Pop3Session create(ProtocolSession james) {
    if (!(james instanceof POP3Session)) {
      return null;
    }
    Peer peer = Peer.of(james.getRemoteAddress(), james.getLocalAddress());
    return new Pop3Session(james.getSessionID(), peer);
  }

  @Override
  public void unread(Pop3Session session) {
    if (session.command() == null) {
      session.start("");
    }
  }
}
