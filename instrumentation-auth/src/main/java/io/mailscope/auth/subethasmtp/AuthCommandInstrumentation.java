// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.subethasmtp;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** The command AUTH, whole: all steps of the exchange. */
class AuthCommandInstrumentation extends HookedType {

  AuthCommandInstrumentation() {
    super(
        SubEthaAuthHooks.SUBETHA + "command.AuthCommand",
        SubEthaAuthHooks.SUBETHA + "internal.command.AuthCommand",
        SubEthaAuthHooks.FAKE_SMTP_SERVER + "command.AuthCommand");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("execute").and(takesArguments(2)).and(takesArgument(0, String.class)),
        getClass().getName() + "$ExecuteAdvice");
  }

  @SuppressWarnings("unused")
  public static class ExecuteAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(@Advice.Argument(0) String line) {
      SubEthaExchange.begin(line);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(@Advice.Thrown Throwable failure) {
      SubEthaExchange.end(failure);
    }
  }
}
