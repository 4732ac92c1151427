// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import org.apache.james.imap.main.ResponseEncoder;

/** Every response to a command, once it was written. */
class ResponseEncoderInstrumentation extends HookedType {

  ResponseEncoderInstrumentation() {
    super("org.apache.james.imap.main.ResponseEncoder");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("respond").and(takesArguments(1)), getClass().getName() + "$RespondAdvice");
  }

  @SuppressWarnings("unused")
  public static class RespondAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit(
        @Advice.This ResponseEncoder encoder, @Advice.Argument(0) Object response) {
      JamesImapCommand.written(encoder, response);
    }
  }
}
