// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** AUTH of POP3. */
class Pop3AuthCommandInstrumentation extends HookedType {

  Pop3AuthCommandInstrumentation() {
    super("com.icegreen.greenmail.pop3.commands.AuthCommand");
  }

  @Override
  public String alternative() {
    return "refusals";
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("execute").and(takesArguments(3)).and(takesArgument(2, String.class)),
        getClass().getName() + "$Pop3AuthAdvice");
  }

  @SuppressWarnings("unused")
  public static class Pop3AuthAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(@Advice.This Object command, @Advice.Argument(2) String line) {
      SaslCommand.startPop3(command, line);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(@Advice.Thrown Throwable failure) {
      SaslCommand.end(failure);
    }
  }
}
