// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.subethasmtp;

import io.mailscope.core.catalog.MailAttributes;
import io.mailscope.core.catalog.MailSpan;
import io.mailscope.core.session.MailStep;
import io.mailscope.core.settings.CapturePolicy;
import io.mailscope.smtp.SmtpCommand;
import io.opentelemetry.api.trace.Span;

/**
 * The span {@code smtp.message.save}: what the server's handler does with a message from the moment
 * at which it is complete. Handlers may well begin before.
 */
final class SubEthaSave {

  private MailStep step;
  private String from;
  private int recipients;

  /** The sender of the transaction that begins. */
  void from(String from) {
    this.from = from;
  }

  /** The recipients so far. */
  void recipients(int recipients) {
    this.recipients = recipients;
  }

  void start(SmtpCommand command, long size) {
    step = MailStep.open(command, MailSpan.SMTP_MESSAGE_SAVE);
    if (step == null || !step.span().isRecording()) {
      return;
    }
    Span span = step.span();
    span.setAttribute(MailAttributes.SMTP_BUFFER_SIZE, size);
    span.setAttribute(MailAttributes.SMTP_RECIPIENTS_COUNT, recipients);
    CapturePolicy policy = command.session().telemetry().settings().capturePolicy();
    String told = from == null || from.isEmpty() ? null : policy.apply(from);
    if (told != null) {
      span.setAttribute(MailAttributes.SMTP_FROM, told);
    }
  }

  /** The handler is done, or failed. */
  void end(Throwable failure) {
    MailStep ending = step;
    step = null;
    if (ending != null) {
      ending.end(failure);
    }
  }
}
