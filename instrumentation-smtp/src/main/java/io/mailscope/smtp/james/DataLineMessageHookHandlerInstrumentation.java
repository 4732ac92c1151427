// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.core.session.MailStep;
import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import org.apache.james.protocols.api.ProtocolSession;
import org.apache.james.protocols.smtp.MailEnvelope;

/** {@code processExtensions}: the hooks that take a message, for LMTP once for each recipient. */
class DataLineMessageHookHandlerInstrumentation extends HookedType {

  DataLineMessageHookHandlerInstrumentation() {
    super(
        "org.apache.james.protocols.smtp.core.DataLineMessageHookHandler",
        "org.apache.james.protocols.lmtp.core.DataLineMessageHookHandler");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("processExtensions")
            .and(takesArguments(2))
            .and(takesArgument(0, named("org.apache.james.protocols.smtp.SMTPSession"))),
        getClass().getName() + "$ProcessAdvice");
  }

  @SuppressWarnings("unused")
  public static class ProcessAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static MailStep onEnter(
        @Advice.Argument(0) ProtocolSession session, @Advice.Argument(1) MailEnvelope envelope) {
      return JamesSmtpSave.start(session, envelope);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(@Advice.Enter MailStep save, @Advice.Thrown Throwable failure) {
      JamesSmtpSave.end(save, failure);
    }
  }
}
