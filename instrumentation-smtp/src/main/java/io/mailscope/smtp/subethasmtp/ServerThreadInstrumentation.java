// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.subethasmtp;

import static net.bytebuddy.matcher.ElementMatchers.declaresField;
import static net.bytebuddy.matcher.ElementMatchers.isDeclaredBy;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import io.mailscope.core.session.MailListener;
import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.net.ServerSocket;
import net.bytebuddy.asm.Advice;

/** The listener: its thread runs from bind to close. Until 3.1.5 it is the server's own. */
class ServerThreadInstrumentation extends HookedType {

  ServerThreadInstrumentation() {
    super(
        SubEthaTypes.named(
            "server.ServerThread",
            "internal.server.ServerThread",
            "server.BaseSmtpServerRunnable",
            "server.SMTPServer"));
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("run")
            .and(takesNoArguments())
            .and(isDeclaredBy(declaresField(named("serverSocket")))),
        getClass().getName() + "$RunAdvice");
  }

  @SuppressWarnings("unused")
  public static class RunAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static MailListener onEnter(@Advice.FieldValue("serverSocket") ServerSocket socket) {
      return SubEthaServer.listens(socket);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(@Advice.Enter MailListener listener) {
      SubEthaServer.closed(listener);
    }
  }
}
