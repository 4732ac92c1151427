// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** AUTH of SMTP. */
class SmtpAuthCommandInstrumentation extends HookedType {

  SmtpAuthCommandInstrumentation() {
    super("com.icegreen.greenmail.smtp.commands.AuthCommand");
  }

  @Override
  public String alternative() {
    return "refusals";
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("execute").and(takesArguments(4)).and(takesArgument(3, String.class)),
        getClass().getName() + "$SmtpAuthAdvice");
  }

  @SuppressWarnings("unused")
  public static class SmtpAuthAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(
        @Advice.This Object command,
        @Advice.Argument(0) Object connection,
        @Advice.Argument(3) String line) {
      SaslCommand.startSmtp(command, connection, line);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(@Advice.Thrown Throwable failure) {
      SaslCommand.end(failure);
    }
  }
}
