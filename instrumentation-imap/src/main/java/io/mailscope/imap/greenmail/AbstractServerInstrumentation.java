// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.greenmail;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.net.ServerSocket;
import net.bytebuddy.asm.Advice;

/** The listener: {@code openServerSocket()} binds, {@code run()} accepts and closes at its end. */
class AbstractServerInstrumentation extends HookedType {

  AbstractServerInstrumentation() {
    super("com.icegreen.greenmail.server.AbstractServer");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("openServerSocket").and(takesNoArguments()), getClass().getName() + "$OpenAdvice");
    transformer.applyAdviceToMethod(
        named("run").and(takesNoArguments()), getClass().getName() + "$RunAdvice");
  }

  @SuppressWarnings("unused")
  public static class OpenAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit(@Advice.This Object server, @Advice.Return ServerSocket socket) {
      GreenMailImapServer.bound(server, socket);
    }
  }

  @SuppressWarnings("unused")
  public static class RunAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(@Advice.This Object server) {
      GreenMailImapServer.closed(server);
    }
  }
}
