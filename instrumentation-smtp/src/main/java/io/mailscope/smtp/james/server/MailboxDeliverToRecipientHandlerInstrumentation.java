// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james.server;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import org.apache.james.protocols.api.ProtocolSession;
import org.apache.james.protocols.smtp.hook.HookResult;

/** {@code deliver}: the message is put into one recipient's mailbox. */
class MailboxDeliverToRecipientHandlerInstrumentation extends HookedType {

  MailboxDeliverToRecipientHandlerInstrumentation() {
    super("org.apache.james.lmtpserver.hook.MailboxDeliverToRecipientHandler");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("deliver")
            .and(takesArguments(3))
            .and(takesArgument(0, named("org.apache.james.protocols.smtp.SMTPSession"))),
        getClass().getName() + "$StoreAdvice");
  }

  @SuppressWarnings("unused")
  public static class StoreAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit(
        @Advice.Argument(0) ProtocolSession session, @Advice.Return HookResult result) {
      JamesMailSave.stored(session, result);
    }
  }
}
