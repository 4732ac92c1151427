// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap;

import io.mailscope.core.catalog.MailAttributes;
import io.mailscope.core.meter.ReplyClasses;
import io.mailscope.core.session.MailCommand;
import io.opentelemetry.api.trace.Span;

/** An IMAP command, answered by a tagged response. */
public final class ImapCommand extends MailCommand {

  private final ImapSession session;
  private ImapState state;
  private ImapStatus status;
  private String code;
  private ImapFetch fetch;
  private boolean idle;
  private boolean over;

  ImapCommand(ImapSession session) {
    super(session);
    this.session = session;
  }

  @Override
  protected void reset() {
    state = session.state();
    status = null;
    code = null;
    fetch = null;
    idle = false;
    over = false;
  }

  /**
   * The server sends the response that completes the command.
   *
   * @param code what stands in its brackets, or null
   */
  public void reply(ImapStatus status, String code) {
    this.status = status;
    this.code = code;
  }

  /** The server says BYE, which is the reply only if no tagged response follows. */
  public void bye() {
    if (status == null) {
      status = ImapStatus.BYE;
    }
  }

  /** Whether the command was answered so. */
  public boolean isAnswered(ImapStatus status) {
    return this.status == status;
  }

  /** What the command fetches; made when first asked for. */
  public ImapFetch fetch() {
    if (fetch == null) {
      fetch = new ImapFetch();
    }
    return fetch;
  }

  /** Whether anything was fetched. */
  public boolean isFetching() {
    return fetch != null;
  }

  /** The server asked for more of this command; IDLE (RFC 2177) waits from here to its end. */
  public void continued() {
    if (name().name().equals("IDLE")) {
      idles();
    }
  }

  private synchronized void idles() {
    // The end of the connection may have come first, on another thread.
    if (!idle && !over) {
      idle = true;
      ImapTelemetry.get().meters().idle(1);
    }
  }

  private synchronized void idlesNoMore() {
    over = true;
    if (idle) {
      idle = false;
      ImapTelemetry.get().meters().idle(-1);
    }
  }

  /** Whether the command waits in IDLE. */
  public boolean isIdle() {
    return idle;
  }

  @Override
  protected void completed() {
    if (name().name().equals("IDLE")) {
      idlesNoMore();
    }
    code = ImapResponseCode.firstWord(code);
    if (status == ImapStatus.OK && name().name().equals("LOGOUT")) {
      session.quit();
    }
  }

  @Override
  protected void describeStart(Span span) {
    span.setAttribute(MailAttributes.IMAP_STATE, state.wireName());
  }

  @Override
  protected void describeReply(Span span) {
    if (status != null) {
      span.setAttribute(MailAttributes.IMAP_STATUS, status.name());
    }
    if (code != null) {
      span.setAttribute(MailAttributes.IMAP_CODE, code);
    }
  }

  @Override
  protected int replyClass() {
    return status == null ? ReplyClasses.NONE : status.replyClass();
  }

  @Override
  protected String replyCode() {
    return code == null ? status.name() : code;
  }

  @Override
  protected boolean isServerFault() {
    return status == ImapStatus.NO && ImapResponseCode.isServerFault(code);
  }

  @Override
  protected boolean isClientFault() {
    return status == ImapStatus.NO || status == ImapStatus.BAD;
  }
}
