// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.subethasmtp;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.net.Socket;
import net.bytebuddy.asm.Advice;

/** Replies, and the socket that takes over after STARTTLS. */
class SessionInstrumentation extends HookedType {

  SessionInstrumentation() {
    super(SubEthaTypes.named("server.Session"));
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("sendResponse").and(takesArguments(1)).and(takesArgument(0, String.class)),
        getClass().getName() + "$SendAdvice");
    transformer.applyAdviceToMethod(
        named("setSocket").and(takesArguments(1)).and(takesArgument(0, Socket.class)),
        getClass().getName() + "$SocketAdvice");
  }

  @SuppressWarnings("unused")
  public static class SendAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(
        @Advice.Argument(0) String line, @Advice.FieldValue("recipientCount") int recipients) {
      SubEthaConnection.reply(line, recipients);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit() {
      SubEthaConnection.replied();
    }
  }

  @SuppressWarnings("unused")
  public static class SocketAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit(@Advice.Argument(0) Socket socket) {
      SubEthaConnection.continuesOn(socket);
    }
  }
}
