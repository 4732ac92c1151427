// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.subethasmtp;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** Where SubEtha reads the client's answer to a challenge. */
class AnswerInstrumentation extends HookedType {

  AnswerInstrumentation() {
    super(
        SubEthaAuthHooks.SUBETHA + "io.CRLFTerminatedReader",
        SubEthaAuthHooks.SUBETHA + "internal.io.CRLFTerminatedReader",
        SubEthaAuthHooks.FAKE_SMTP_SERVER + "io.CRLFTerminatedReader");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("readLine").and(takesNoArguments()), getClass().getName() + "$ReadLineAdvice");
  }

  @SuppressWarnings("unused")
  public static class ReadLineAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(@Advice.Return String line, @Advice.Thrown Throwable failure) {
      SubEthaExchange.answer(line, failure);
    }
  }
}
