// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.greenmail;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/**
 * One section of one message is appended to its response; calls itself for a message in a message.
 */
class FetchCommandInstrumentation extends HookedType {

  FetchCommandInstrumentation() {
    super("com.icegreen.greenmail.imap.commands.FetchCommand");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    // The message's package and the partial's type differ between versions; 1.4.0 has a
    // StringBuffer.
    transformer.applyAdviceToMethod(
        named("handleBodyFetch")
            .and(takesArguments(4))
            .and(takesArgument(1, String.class))
            .and(takesArgument(3, StringBuilder.class).or(takesArgument(3, StringBuffer.class))),
        getClass().getName() + "$SectionAdvice");
  }

  @SuppressWarnings("unused")
  public static class SectionAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static int onEnter(@Advice.Argument(3) CharSequence response) {
      return GreenMailFetch.start(response);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(
        @Advice.Argument(1) String section,
        @Advice.Argument(3) CharSequence response,
        @Advice.Enter int from,
        @Advice.Thrown Throwable failure) {
      GreenMailFetch.end(from, section, response, failure);
    }
  }
}
