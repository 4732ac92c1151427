// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.subethasmtp;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** A BDAT command (RFC 3030) that was parsed. */
class ChunkInstrumentation extends HookedType {

  ChunkInstrumentation() {
    super(SubEthaTypes.named("internal.command.BdatCommand$Bdat"));
  }

  @Override
  public String alternative() {
    return "message data";
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        isConstructor()
            .and(takesArguments(3))
            .and(takesArgument(0, long.class))
            .and(takesArgument(1, boolean.class)),
        getClass().getName() + "$ParsedAdvice");
  }

  @SuppressWarnings("unused")
  public static class ParsedAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit(
        @Advice.Argument(0) long size,
        @Advice.Argument(1) boolean last,
        @Advice.Argument(2) Object error) {
      SubEthaConnection.chunk(size, last, error != null);
    }
  }
}
