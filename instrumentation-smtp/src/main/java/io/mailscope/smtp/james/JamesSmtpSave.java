// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james;

import io.mailscope.core.catalog.MailAttributes;
import io.mailscope.core.catalog.MailSpan;
import io.mailscope.core.session.MailStep;
import io.mailscope.smtp.SmtpCommand;
import io.opentelemetry.api.trace.Span;
import java.lang.reflect.Method;
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
      describe(save.span(), command, envelope);
    }
    return save;
  }

  /** The hooks are done. Their failure is the command's too, which sees it escape from the line. */
  public static void end(MailStep save, Throwable failure) {
    if (save != null) {
      save.end(failure);
    }
  }

  private static void describe(Span span, SmtpCommand command, MailEnvelope envelope) {
    if (command.messageSize() >= 0) {
      span.setAttribute(MailAttributes.SMTP_BUFFER_SIZE, command.messageSize());
    }
    if (envelope.getRecipients() != null) {
      span.setAttribute(MailAttributes.SMTP_RECIPIENTS_COUNT, envelope.getRecipients().size());
    }
    String sender =
        command.session().telemetry().settings().capturePolicy().apply(sender(envelope));
    if (sender != null) {
      span.setAttribute(MailAttributes.SMTP_FROM, sender);
    }
  }

  private static String sender(MailEnvelope envelope) {
    try {
      Object sender = getSender == null ? null : getSender.invoke(envelope);
      String address = sender == null ? NULL_SENDER : sender.toString();
      return address.equals(NULL_SENDER) ? null : address;
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
