// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp;

import io.mailscope.core.catalog.MailProtocol;
import io.mailscope.core.session.MailCommand;
import io.mailscope.core.session.MailSession;
import io.mailscope.core.session.Peer;

/** An SMTP connection; a server whose connections have more to remember extends it. */
public class SmtpSession extends MailSession {

  private static final String LMTP = "lmtp";

  private final boolean lmtp;

  /**
   * @param id the server's own id of the connection, or {@link #newId()}
   */
  public SmtpSession(String id, Peer peer) {
    this(id, peer, false);
  }

  /**
   * @param lmtp whether the connection speaks LMTP (RFC 2033)
   */
  public SmtpSession(String id, Peer peer, boolean lmtp) {
    super(SmtpTelemetry.get(), id, peer);
    this.lmtp = lmtp;
  }

  /** Whether the connection speaks LMTP. */
  public boolean isLmtp() {
    return lmtp;
  }

  @Override
  protected String networkProtocolName() {
    return lmtp ? LMTP : super.networkProtocolName();
  }

  /** The SMTP session whose work this thread does, or null. */
  public static SmtpSession current() {
    MailSession session = MailSession.current();
    return session instanceof SmtpSession ? (SmtpSession) session : null;
  }

  /** The server has read a command line; what follows its first blank is not looked at. */
  public SmtpCommand start(String line) {
    return (SmtpCommand) start(MailProtocol.SMTP.commands().findFirstWord(line));
  }

  @Override
  public SmtpCommand command() {
    return (SmtpCommand) super.command();
  }

  @Override
  protected MailCommand newCommand() {
    return new SmtpCommand(this);
  }
}
