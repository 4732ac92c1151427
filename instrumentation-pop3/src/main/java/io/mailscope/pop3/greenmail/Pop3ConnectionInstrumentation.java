// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.greenmail;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import com.icegreen.greenmail.pop3.Pop3Connection;
import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** Lines in and out. */
class Pop3ConnectionInstrumentation extends HookedType {

  Pop3ConnectionInstrumentation() {
    super("com.icegreen.greenmail.pop3.Pop3Connection");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("readLine").and(takesNoArguments()), getClass().getName() + "$ReadLineAdvice");
    transformer.applyAdviceToMethod(
        named("println").and(takesArguments(1)).and(takesArgument(0, String.class)),
        getClass().getName() + "$PrintlnAdvice");
  }

  @SuppressWarnings("unused")
  public static class ReadLineAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(@Advice.Return String line, @Advice.Thrown Throwable failure) {
      GreenMailPop3Connection.read(line, failure);
    }
  }

  /** At its exit: only then it shows whether the client has taken the line. */
  @SuppressWarnings("unused")
  public static class PrintlnAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit(
        @Advice.This Pop3Connection connection, @Advice.Argument(0) String line) {
      GreenMailPop3Reply.printed(connection, line);
    }
  }
}
