// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.greenmail;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import com.icegreen.greenmail.server.ProtocolHandler;
import io.mailscope.hook.HookedType;
import io.opentelemetry.context.Scope;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.net.Socket;
import net.bytebuddy.asm.Advice;

/** The connection. */
class ImapHandlerInstrumentation extends HookedType {

  ImapHandlerInstrumentation() {
    super("com.icegreen.greenmail.imap.ImapHandler");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        isConstructor().and(takesArguments(3)).and(takesArgument(2, Socket.class)),
        getClass().getName() + "$ConstructorAdvice");
    transformer.applyAdviceToMethod(
        named("run").and(takesNoArguments()), getClass().getName() + "$RunAdvice");
  }

  @SuppressWarnings("unused")
  public static class ConstructorAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit(
        @Advice.This ProtocolHandler handler, @Advice.Argument(2) Socket socket) {
      GreenMailImapConnection.accepted(handler, socket);
    }
  }

  @SuppressWarnings("unused")
  public static class RunAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static Scope onEnter(@Advice.This ProtocolHandler handler) {
      return GreenMailImapConnection.opened(handler);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(
        @Advice.This ProtocolHandler handler,
        @Advice.Enter Scope scope,
        @Advice.Thrown Throwable failure) {
      GreenMailImapConnection.closed(handler, scope, failure);
    }
  }
}
