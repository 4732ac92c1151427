// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** APOP (RFC 1939 section 7), which every GreenMail refuses without a look at its arguments. */
class ApopCommandInstrumentation extends HookedType {

  ApopCommandInstrumentation() {
    super("com.icegreen.greenmail.pop3.commands.ApopCommand");
  }

  @Override
  public String alternative() {
    return "refusals";
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("execute").and(takesArguments(3)).and(takesArgument(2, String.class)),
        getClass().getName() + "$ExecuteAdvice");
  }

  @SuppressWarnings("unused")
  public static class ExecuteAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter() {
      Pop3Check.apop();
    }
  }
}
