// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.subethasmtp;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.context.Scope;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.net.Socket;
import net.bytebuddy.asm.Advice;

/** The connection: {@code run()} serves it from its start to its end. */
class SessionRunInstrumentation extends HookedType {

  SessionRunInstrumentation() {
    super(SubEthaTypes.named("server.Session"));
  }

  @Override
  public String alternative() {
    return "connection";
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("run").and(takesNoArguments()), getClass().getName() + "$RunAdvice");
  }

  @SuppressWarnings("unused")
  public static class RunAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static Scope onEnter(@Advice.FieldValue("socket") Socket socket) {
      return SubEthaConnection.opened(socket);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(
        @Advice.Enter Scope scope,
        @Advice.FieldValue("quitting") boolean quitting,
        @Advice.Thrown Throwable failure) {
      SubEthaConnection.closed(scope, quitting, failure);
    }
  }
}
