// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.greenmail;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import com.icegreen.greenmail.smtp.SmtpState;
import io.mailscope.core.session.MailStep;
import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** {@code send} stores the message into every recipient's inbox. */
class SmtpManagerInstrumentation extends HookedType {

  SmtpManagerInstrumentation() {
    super("com.icegreen.greenmail.smtp.SmtpManager");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("send")
            .and(takesArguments(1))
            .and(takesArgument(0, named("com.icegreen.greenmail.smtp.SmtpState"))),
        getClass().getName() + "$SendAdvice");
  }

  @SuppressWarnings("unused")
  public static class SendAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static MailStep onEnter(@Advice.Argument(0) SmtpState state) {
      return GreenMailSave.start(state);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(@Advice.Enter MailStep save, @Advice.Thrown Throwable failure) {
      GreenMailSave.end(save, failure);
    }
  }
}
