// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.subethasmtp;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.context.Scope;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** {@code handleCommand} answers a line. */
class CommandHandlerInstrumentation extends HookedType {

  CommandHandlerInstrumentation() {
    super(
        SubEthaTypes.named(
            "server.CommandHandler", "internal.server.CommandHandler", "command.CommandHandler"));
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("handleCommand").and(takesArguments(2)).and(takesArgument(1, String.class)),
        getClass().getName() + "$HandleAdvice");
  }

  @SuppressWarnings("unused")
  public static class HandleAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static Scope onEnter(@Advice.Argument(1) String line) {
      return SubEthaConnection.command(line);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(@Advice.Enter Scope scope, @Advice.Thrown Throwable failure) {
      SubEthaConnection.handled(scope, failure);
    }
  }
}
