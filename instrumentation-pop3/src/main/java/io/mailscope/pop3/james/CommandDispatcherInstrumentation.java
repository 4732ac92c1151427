// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.context.Scope;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import org.apache.james.protocols.api.ProtocolSession;
import org.apache.james.protocols.api.Request;

/** {@code dispatchCommandHandlers}: a command was read, and its handlers make the reply. */
class CommandDispatcherInstrumentation extends HookedType {

  CommandDispatcherInstrumentation() {
    super("org.apache.james.protocols.api.handler.CommandDispatcher");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("dispatchCommandHandlers")
            .and(takesArguments(2))
            .and(takesArgument(0, named("org.apache.james.protocols.api.ProtocolSession"))),
        getClass().getName() + "$DispatchAdvice");
  }

  @SuppressWarnings("unused")
  public static class DispatchAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static Scope onEnter(
        @Advice.Argument(0) ProtocolSession session, @Advice.Argument(1) Request request) {
      return JamesPop3Connection.read(session, request);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(
        @Advice.Argument(0) ProtocolSession session,
        @Advice.Enter Scope scope,
        @Advice.Thrown Throwable failure) {
      JamesPop3Connection.served(session, scope, failure);
    }
  }
}
