// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.greenmail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.smtp.SmtpState;
import io.mailscope.core.catalog.MailAttributes;
import io.mailscope.core.catalog.MailSpan;
import io.mailscope.core.session.MailStep;
import io.mailscope.core.settings.CapturePolicy;
import io.mailscope.smtp.SmtpCommand;
import io.mailscope.smtp.SmtpSession;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;

/** {@code smtp.message.save} on GreenMail: the delivery into the inboxes. */
public final class GreenMailSave {

  private GreenMailSave() {}

  /** The delivery begins; null where it is not part of a command. */
  public static MailStep start(SmtpState state) {
    SmtpSession session = SmtpSession.current();
    SmtpCommand command = session == null ? null : session.command();
    MailStep save = MailStep.start(command, MailSpan.SMTP_MESSAGE_SAVE);
    if (save != null && save.span().isRecording()) {
      describe(save.span(), command, state.getMessage());
    }
    return save;
  }

  /**
   * The delivery is over. Its failure is the command's too, whatever reply GreenMail makes of it.
   */
  public static void end(MailStep save, Throwable failure) {
    SmtpSession session = SmtpSession.current();
    if (failure != null && session != null && session.command() != null) {
      session.command().failed(failure);
    }
    if (save != null) {
      save.end(failure);
    }
  }

  private static void describe(Span span, SmtpCommand command, MovingMessage message) {
    if (command.messageSize() >= 0) {
      span.setAttribute(MailAttributes.SMTP_BUFFER_SIZE, command.messageSize());
    }
    int recipients = GreenMailMessage.recipients(message);
    if (recipients > 0) {
      span.setAttribute(MailAttributes.SMTP_RECIPIENTS_COUNT, recipients);
    }
    CapturePolicy policy = command.session().telemetry().settings().capturePolicy();
    MailAddress from = message.getReturnPath();
    capture(span, MailAttributes.SMTP_FROM, policy, from == null ? null : from.getEmail());
    capture(span, MailAttributes.SMTP_MESSAGE_ID, policy, GreenMailMessage.messageId(message));
  }

  private static void capture(
      Span span, AttributeKey<String> key, CapturePolicy policy, String value) {
    String told = policy.apply(value);
    if (told != null) {
      span.setAttribute(key, told);
    }
  }
}
