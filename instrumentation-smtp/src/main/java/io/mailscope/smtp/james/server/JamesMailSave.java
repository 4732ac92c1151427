// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james.server;

import io.mailscope.core.catalog.MailAttributes;
import io.mailscope.core.catalog.MailSpan;
import io.mailscope.core.session.MailStep;
import io.mailscope.smtp.SmtpCommand;
import io.mailscope.smtp.james.JamesSmtpConnection;
import io.mailscope.smtp.james.JamesSmtpSave;
import io.opentelemetry.api.trace.StatusCode;
import java.lang.reflect.Method;
import org.apache.james.protocols.api.ProtocolSession;
import org.apache.james.protocols.api.Response;
import org.apache.james.protocols.smtp.SMTPRetCode;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.mailet.Mail;

/**
 * {@code smtp.message.save} on whole James: the message is put where it stays. James answers a
 * failure of that with a refusal and says no more about it.
 */
public final class JamesMailSave {

  // Its return type has been in two packages.
  private static final Method getSender = JamesHookResult.method(Mail.class, "getSender");

  private JamesMailSave() {}

  /** The hooks begin; null where there is no span to be made. */
  public static MailStep start(ProtocolSession session, Mail mail) {
    SmtpCommand command = JamesSmtpConnection.command(session);
    MailStep save = MailStep.start(command, MailSpan.SMTP_MESSAGE_SAVE);
    if (save != null && save.span().isRecording()) {
      JamesSmtpSave.describe(
          save.span(), command, mail.getRecipients(), JamesHookResult.call(getSender, mail));
    }
    return save;
  }

  /** One of James' own hooks has put the message away, or could not. */
  public static void stored(ProtocolSession session, HookResult result) {
    SmtpCommand command =
        JamesHookResult.isOk(result) ? null : JamesSmtpConnection.command(session);
    if (command != null) {
      command.storeFailed();
    }
  }

  /** The mailets have seen the message; there is no other reason for a refusal than a failure. */
  public static void processed(ProtocolSession session, Response response) {
    SmtpCommand command = refuses(response) ? JamesSmtpConnection.command(session) : null;
    if (command != null) {
      command.storeFailed();
    }
  }

  private static boolean refuses(Response response) {
    if (response != null) {
      for (CharSequence line : response.getLines()) {
        if (line.length() > 0 && line.charAt(0) != '2') {
          return true;
        }
      }
    }
    return false;
  }

  /** The hooks are done; a failure of theirs is seen as the command's by who called them. */
  public static void end(MailStep save, Throwable failure) {
    if (save == null) {
      return;
    }
    if (failure == null && ((SmtpCommand) save.command()).isStoreFailed()) {
      save.span().setAttribute(MailAttributes.ERROR_TYPE, SMTPRetCode.LOCAL_ERROR);
      save.span().setStatus(StatusCode.ERROR);
    }
    save.end(failure);
  }
}
