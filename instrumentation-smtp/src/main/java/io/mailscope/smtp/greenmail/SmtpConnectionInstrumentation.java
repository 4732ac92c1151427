// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.greenmail;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** Lines in and out. */
class SmtpConnectionInstrumentation extends HookedType {

  SmtpConnectionInstrumentation() {
    super("com.icegreen.greenmail.smtp.SmtpConnection");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    // receiveLine until 1.6.2
    transformer.applyAdviceToMethod(
        namedOneOf("readLine", "receiveLine").and(takesNoArguments()),
        getClass().getName() + "$ReadLineAdvice");
    transformer.applyAdviceToMethod(
        named("send").and(takesArguments(1)).and(takesArgument(0, String.class)),
        getClass().getName() + "$SendAdvice");
  }

  @SuppressWarnings("unused")
  public static class ReadLineAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(@Advice.Return String line, @Advice.Thrown Throwable failure) {
      GreenMailSmtpConnection.read(line, failure);
    }
  }

  @SuppressWarnings("unused")
  public static class SendAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(@Advice.Argument(0) String line) {
      GreenMailSmtpConnection.reply(line);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit() {
      GreenMailSmtpConnection.replied();
    }
  }
}
