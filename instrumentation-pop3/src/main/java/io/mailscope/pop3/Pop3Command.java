// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3;

import io.mailscope.core.catalog.CommandName;
import io.mailscope.core.catalog.MailAttributes;
import io.mailscope.core.catalog.MailProtocol;
import io.mailscope.core.meter.ReplyClasses;
import io.mailscope.core.session.MailCommand;
import io.opentelemetry.api.trace.Span;

/**
 * A POP3 command. RETR and TOP take the octets of message content that they send with them, and
 * RETR whether that was the message whole.
 */
public final class Pop3Command extends MailCommand {

  private static final CommandName RETR = MailProtocol.POP3.commands().find("RETR");
  private static final CommandName TOP = MailProtocol.POP3.commands().find("TOP");
  private static final CommandName QUIT = MailProtocol.POP3.commands().find("QUIT");

  private final Pop3Session session;
  private String reply;
  private int status;
  private String code;
  private boolean sending;
  private boolean whole;
  private long octets;

  Pop3Command(Pop3Session session) {
    super(session);
    this.session = session;
  }

  @Override
  protected void reset() {
    reply = null;
    status = ReplyClasses.NONE;
    code = null;
    sending = false;
    whole = false;
    octets = 0;
  }

  /**
   * The server sends a line. The first one that is a reply counts: continuations before it and
   * content after it don't, nor does what is said when the client is gone.
   */
  public void reply(String line) {
    if (status == ReplyClasses.NONE && !session.isLost()) {
      status = Pop3Reply.status(line);
      reply = line;
      sending = status == Pop3Reply.OK && (isRetr() || name() == TOP);
    }
  }

  @Override
  public Pop3Session session() {
    return session;
  }

  /** Whether a reply was sent. */
  public boolean isReplied() {
    return status != ReplyClasses.NONE;
  }

  /** Whether this asks for a whole message. */
  public boolean isRetr() {
    return name() == RETR;
  }

  /** Whether this takes leave. */
  public boolean isQuit() {
    return name() == QUIT;
  }

  /** Whether message content follows: after the reply, until {@link #sent()} or {@link #cut()}. */
  public boolean isSending() {
    return sending;
  }

  /** Octets of content are about to be sent or were sent, their dot-stuffing not counted. */
  public void content(long octets) {
    this.octets += octets;
  }

  /** The content was handed to the connection to its last line. */
  public void sent() {
    sending = false;
    whole = true;
  }

  /** The content was handed over, but the connection has not taken all of it. */
  public void cut() {
    sending = false;
  }

  /** The connection is gone before any content. */
  public void unsent() {
    sending = false;
    octets = 0;
  }

  @Override
  protected void completed() {
    if (status == ReplyClasses.NONE) {
      return;
    }
    code = Pop3Reply.code(reply);
    if (status != Pop3Reply.OK) {
      return;
    }
    if (octets > 0) {
      Pop3Telemetry.get().meters().sent(octets);
    }
    if (whole && isRetr()) {
      Pop3Telemetry.get().meters().retrieved();
    }
    if (isQuit()) {
      session.quit();
    }
  }

  @Override
  protected void describeReply(Span span) {
    if (status != ReplyClasses.NONE) {
      span.setAttribute(MailAttributes.POP3_STATUS, ReplyClasses.POP3.names().get(status));
      if (code != null) {
        span.setAttribute(MailAttributes.POP3_CODE, code);
      }
    }
  }

  @Override
  protected int replyClass() {
    return status;
  }

  @Override
  protected String replyCode() {
    return code == null ? ReplyClasses.POP3.names().get(status) : code;
  }

  @Override
  protected boolean isServerFault() {
    return status == Pop3Reply.ERR && Pop3Reply.isServerFault(code);
  }

  @Override
  protected boolean isClientFault() {
    return status == Pop3Reply.ERR && !isServerFault();
  }
}
