// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp;

import io.mailscope.core.catalog.CommandName;
import io.mailscope.core.catalog.MailAttributes;
import io.mailscope.core.catalog.MailProtocol;
import io.mailscope.core.meter.ReplyClasses;
import io.mailscope.core.session.MailCommand;
import io.opentelemetry.api.trace.Span;

/**
 * An SMTP command. DATA (RFC 5321 section 4.1.1.4) lasts until the reply after the final dot and
 * takes its message's size and processing time with it.
 */
public final class SmtpCommand extends MailCommand {

  private static final CommandName QUIT = MailProtocol.SMTP.commands().find("QUIT");
  private static final CommandName DATA = MailProtocol.SMTP.commands().find("DATA");
  private static final int SERVICE_NOT_AVAILABLE = 421;
  private static final int TEMPORARY_AUTHENTICATION_FAILURE = 454;
  private static final int UNKNOWN = -1;

  private final SmtpSession session;
  private String reply;
  private int code;
  private boolean received;
  private long messageSize;
  private long data;
  private long receivedNanos;
  private boolean interjected;
  private int accepted;
  private int refused;
  private boolean storeFailed;
  private boolean deliberate;

  SmtpCommand(SmtpSession session) {
    super(session);
    this.session = session;
  }

  @Override
  protected void reset() {
    reply = null;
    code = 0;
    received = false;
    messageSize = UNKNOWN;
    data = 0;
    interjected = false;
    accepted = 0;
    refused = 0;
    storeFailed = false;
    deliberate = false;
  }

  /** The server sends a line; the last one before the end is the reply. */
  public void reply(String line) {
    if (interjected) {
      interjected = false;
    } else {
      reply = line;
    }
  }

  /** The next reply is not to the command, but to a line within it that could not be read. */
  public void interjected() {
    interjected = true;
  }

  /**
   * The server sends the replies of LMTP to a message, one for each recipient.
   *
   * @param highest the one with the highest code
   */
  public void replies(String highest, int accepted, int refused) {
    reply = highest;
    this.accepted = accepted;
    this.refused = refused;
  }

  /**
   * Whatever its code, the reply is what the operator or the server's user wants to be said, or the
   * client made it so: no fault of the server.
   */
  public void deliberate() {
    deliberate = true;
  }

  /** Whether the server asked for more: message data or the next step of an exchange. */
  public boolean isContinued() {
    return SmtpReply.code(reply) / 100 == 3;
  }

  /** Whether the server asked for message data, and has not read it to its end. */
  public boolean isReadingData() {
    return name() == DATA && !received && isContinued();
  }

  /** Whether the message data was read to its end. */
  public boolean isReceived() {
    return received;
  }

  /**
   * The message data was read to its end.
   *
   * @param size in octets by RFC 1870, without headers that the server adds; negative if unknown
   */
  public void received(long size) {
    received = true;
    messageSize = size;
    receivedNanos = System.nanoTime();
  }

  /** A line of message data was read that counts so many octets by RFC 1870. */
  public void data(long octets) {
    data += octets;
  }

  /** The message data was read to its end, and was what {@link #data} counted. */
  public void received() {
    received(data);
  }

  /**
   * The server failed to store the message and keeps the exception to itself: its own fault, if it
   * refuses the message for that.
   */
  public void storeFailed() {
    storeFailed = true;
  }

  /** Whether the server failed to store the message. */
  public boolean isStoreFailed() {
    return storeFailed;
  }

  /** Whether the server has sent a reply after which it asks for nothing more. */
  public boolean isAnswered() {
    return reply != null && !isContinued();
  }

  /** Whether this takes leave. */
  public boolean isQuit() {
    return name() == QUIT;
  }

  /** Octets of the message; negative if unknown or not yet complete. */
  public long messageSize() {
    return messageSize;
  }

  @Override
  protected void completed() {
    code = SmtpReply.code(reply);
    if (session.isLost() && code / 100 == 3) {
      // The server asked for more and the client left: that was no reply to the command.
      code = 0;
    }
    if (received && code != 0) {
      SmtpMeters meters = SmtpTelemetry.get().meters();
      meters.processed(System.nanoTime() - receivedNanos, context());
      if (accepted > 0 || refused == 0 && replyClass() == 1) {
        meters.accepted(Math.max(0, messageSize));
      }
    }
    if (replyClass() == 1 && isQuit()) {
      session.quit();
    }
  }

  @Override
  protected void describeReply(Span span) {
    if (code != 0) {
      span.setAttribute(MailAttributes.SMTP_STATUS_CODE, code);
      String enhanced = SmtpReply.enhancedCode(reply);
      if (enhanced != null) {
        span.setAttribute(MailAttributes.SMTP_ENHANCED_CODE, enhanced);
      }
      if (accepted + refused > 0) {
        span.setAttribute(MailAttributes.SMTP_LMTP_ACCEPTED, accepted);
        span.setAttribute(MailAttributes.SMTP_LMTP_REFUSED, refused);
      }
    }
  }

  @Override
  protected int replyClass() {
    int firstDigit = code / 100;
    return firstDigit >= 2 && firstDigit <= 5 ? firstDigit - 1 : ReplyClasses.NONE;
  }

  @Override
  protected String replyCode() {
    return Integer.toString(code);
  }

  @Override
  protected boolean isServerFault() {
    boolean failing = code == SERVICE_NOT_AVAILABLE || code == TEMPORARY_AUTHENTICATION_FAILURE;
    return !deliberate && failing || storeFailed && code >= 400;
  }

  @Override
  protected boolean isClientFault() {
    return code >= 400;
  }
}
