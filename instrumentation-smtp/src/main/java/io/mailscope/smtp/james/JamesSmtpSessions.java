// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james;

import io.mailscope.core.session.Peer;
import io.mailscope.james.JamesSessions;
import io.mailscope.smtp.SmtpCommand;
import io.mailscope.smtp.SmtpSession;
import io.opentelemetry.instrumentation.api.util.VirtualField;
import org.apache.james.protocols.api.ProtocolSession;
import org.apache.james.protocols.smtp.SMTPSession;

/** The connections to James' SMTP and LMTP servers. Thread-safe. */
public final class JamesSmtpSessions extends JamesSessions<SmtpSession> {

  private static final String LMTP = "org.apache.james.protocols.lmtp.LMTPConfiguration";

  private static final JamesSmtpSessions instance = new JamesSmtpSessions();

  private JamesSmtpSessions() {
    super(VirtualField.find(ProtocolSession.class, SmtpSession.class));
  }

  /** What all advice shares. */
  public static JamesSmtpSessions get() {
    return instance;
  }

  @Override
  protected SmtpSession create(ProtocolSession james) {
    if (!(james instanceof SMTPSession)) {
      return null;
    }
    Peer peer = Peer.of(james.getRemoteAddress(), james.getLocalAddress());
    return new JamesSmtpSession(james.getSessionID(), peer, isLmtp(james));
  }

  /**
   * LMTP is SMTP to James, with a configuration of its own, which may not be there to be linked.
   */
  private static boolean isLmtp(ProtocolSession james) {
    Class<?> type = james.getConfiguration().getClass();
    while (type != null && !type.getName().equals(LMTP)) {
      type = type.getSuperclass();
    }
    return type != null;
  }

  @Override
  public void unread(SmtpSession session) {
    SmtpCommand command = session.command();
    if (command == null) {
      session.start("");
    } else {
      command.interjected();
    }
  }
}
