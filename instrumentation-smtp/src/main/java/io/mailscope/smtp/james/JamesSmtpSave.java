// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james;

import io.mailscope.core.catalog.MailAttributes;
import io.mailscope.core.catalog.MailSpan;
import io.mailscope.core.session.MailStep;
import io.mailscope.smtp.SmtpCommand;
import io.opentelemetry.api.trace.Span;
import java.lang.reflect.Method;
import java.util.Collection;
import org.apache.james.protocols.api.ProtocolSession;
import org.apache.james.protocols.smtp.MailEnvelope;

/** {@code smtp.message.save} on James' protocol servers: the message hooks take the message. */
public final class JamesSmtpSave {

  private static final String NULL_SENDER = "<>";

  // Its return type has been in three packages.
  private static final Method getSender = getSender();

  private JamesSmtpSave() {}

  /** The hooks begin; null where there is no span to be made. */
  public static MailStep start(ProtocolSession session, MailEnvelope envelope) {
    SmtpCommand command = JamesSmtpConnection.command(session);
    MailStep save = MailStep.start(command, MailSpan.SMTP_MESSAGE_SAVE);
    if (save != null && save.span().isRecording()) {
      describe(save.span(), command, envelope.getRecipients(), sender(envelope));
    }
    return save;
  }

  /** The hooks are done. Their failure is the command's too, which sees it escape from the line. */
  public static void end(MailStep save, Throwable failure) {
    if (save != null) {
      save.end(failure);
    }
  }

  /**
   * Says what is known of the message without parsing it.
   *
   * @param sender an address of James', or null
   */
  public static void describe(
      Span span, SmtpCommand command, Collection<?> recipients, Object sender) {
    if (command.messageSize() >= 0) {
      span.setAttribute(MailAttributes.SMTP_BUFFER_SIZE, command.messageSize());
    }
    if (recipients != null) {
      span.setAttribute(MailAttributes.SMTP_RECIPIENTS_COUNT, recipients.size());
    }
    String address = sender == null ? NULL_SENDER : sender.toString();
    if (!address.equals(NULL_SENDER)) {
      String captured = command.session().telemetry().settings().capturePolicy().apply(address);
      if (captured != null) {
        span.setAttribute(MailAttributes.SMTP_FROM, captured);
      }
    }
  }

  private static Object sender(MailEnvelope envelope) {
    try {
      return getSender == null ? null : getSender.invoke(envelope);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  private static Method getSender() {
    try {
      return MailEnvelope.class.getMethod("getSender");
    } catch (NoSuchMethodException e) {
      return null;
    }
  }
}
