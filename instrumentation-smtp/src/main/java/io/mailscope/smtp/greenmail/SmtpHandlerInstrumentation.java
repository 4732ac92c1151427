// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.greenmail;

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

/** The connection, and the end of each command. */
class SmtpHandlerInstrumentation extends HookedType {

  SmtpHandlerInstrumentation() {
    super("com.icegreen.greenmail.smtp.SmtpHandler");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    // Until 1.5.10 a workspace stands before the socket.
    transformer.applyAdviceToMethod(
        isConstructor()
            .and(takesArguments(3).or(takesArguments(4)))
            .and(takesArgument(2, Socket.class).or(takesArgument(3, Socket.class))),
        getClass().getName() + "$ConstructorAdvice");
    transformer.applyAdviceToMethod(
        named("run").and(takesNoArguments()), getClass().getName() + "$RunAdvice");
    transformer.applyAdviceToMethod(
        named("handleCommand").and(takesNoArguments()),
        getClass().getName() + "$HandleCommandAdvice");
  }

  @SuppressWarnings("unused")
  public static class ConstructorAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit(
        @Advice.This ProtocolHandler handler, @Advice.AllArguments Object[] arguments) {
      GreenMailSmtpConnection.accepted(handler, (Socket) arguments[arguments.length - 1]);
    }
  }

  @SuppressWarnings("unused")
  public static class RunAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static Scope onEnter(@Advice.This ProtocolHandler handler) {
      return GreenMailSmtpConnection.opened(handler);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(
        @Advice.This ProtocolHandler handler,
        @Advice.Enter Scope scope,
        @Advice.Thrown Throwable failure) {
      GreenMailSmtpConnection.closed(handler, scope, failure);
    }
  }

  /** Reads a line and answers it: the line is read inside, so a command starts only there. */
  @SuppressWarnings("unused")
  public static class HandleCommandAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(@Advice.Thrown Throwable failure) {
      GreenMailSmtpConnection.answered(failure);
    }
  }
}
