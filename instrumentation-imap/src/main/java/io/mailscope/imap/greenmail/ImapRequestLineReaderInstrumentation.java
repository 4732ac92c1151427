// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.greenmail;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** What is read of a request, character by character, and literal by literal. */
class ImapRequestLineReaderInstrumentation extends HookedType {

  ImapRequestLineReaderInstrumentation() {
    super("com.icegreen.greenmail.imap.ImapRequestLineReader");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("nextChar").and(takesNoArguments()), getClass().getName() + "$ReadAdvice");
    transformer.applyAdviceToMethod(
        named("read").and(takesArguments(1)).and(takesArgument(0, byte[].class)),
        getClass().getName() + "$ReadAdvice");
    transformer.applyAdviceToMethod(
        named("commandContinuationRequest").and(takesNoArguments()),
        getClass().getName() + "$ContinuationAdvice");
  }

  /** Does nothing unless the read failed: this is run for every character. */
  @SuppressWarnings("unused")
  public static class ReadAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(@Advice.Thrown Throwable failure) {
      if (failure != null) {
        GreenMailImapConnection.unreadable(failure);
      }
    }
  }

  @SuppressWarnings("unused")
  public static class ContinuationAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(@Advice.Thrown Throwable failure) {
      GreenMailImapConnection.continued(failure);
    }
  }
}
