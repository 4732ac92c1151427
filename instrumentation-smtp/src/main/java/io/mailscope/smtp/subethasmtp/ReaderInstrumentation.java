// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.subethasmtp;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** Lines: commands, the answers of an AUTH exchange, and BDAT commands within a message. */
class ReaderInstrumentation extends HookedType {

  ReaderInstrumentation() {
    super(SubEthaTypes.named("io.CRLFTerminatedReader", "internal.io.CRLFTerminatedReader"));
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
      SubEthaConnection.read(line, failure);
    }
  }
}
