// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.greenmail;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/**
 * {@code getWholeMessage} gives the content before GreenMail stuffs its dots. Its argument is of
 * javax.mail until 1.6, of jakarta.mail since 2.0.
 */
class GreenMailUtilInstrumentation extends HookedType {

  GreenMailUtilInstrumentation() {
    super("com.icegreen.greenmail.util.GreenMailUtil");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("getWholeMessage").and(takesArguments(1)),
        getClass().getName() + "$WholeMessageAdvice");
  }

  @SuppressWarnings("unused")
  public static class WholeMessageAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(@Advice.Return String message, @Advice.Thrown Throwable failure) {
      GreenMailPop3Reply.message(message, failure);
    }
  }
}
