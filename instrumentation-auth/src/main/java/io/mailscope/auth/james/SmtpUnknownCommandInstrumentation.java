// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** Commands that a server has not: AUTH is one, for LMTP and where it is not wired. */
class SmtpUnknownCommandInstrumentation extends HookedType {

  SmtpUnknownCommandInstrumentation() {
    super("org.apache.james.protocols.smtp.core.UnknownCmdHandler");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("doCoreCmd").and(takesArguments(3)).and(takesArgument(2, String.class)),
        getClass().getName() + "$CommandAdvice");
  }

  @SuppressWarnings("unused")
  public static class CommandAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(@Advice.Argument(2) String argument) {
      UnknownCommand.refused(argument);
    }
  }
}
