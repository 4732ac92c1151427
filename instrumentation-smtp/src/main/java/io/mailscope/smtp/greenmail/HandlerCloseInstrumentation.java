// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.greenmail;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import com.icegreen.greenmail.server.ProtocolHandler;
import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** {@code close()}: a server that stops calls it from a thread of its own. */
class HandlerCloseInstrumentation extends HookedType {

  HandlerCloseInstrumentation(String typeName) {
    super(typeName);
  }

  @Override
  public String alternative() {
    return "server stop";
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("close").and(takesNoArguments()), getClass().getName() + "$CloseAdvice");
  }

  /** At its entry: what the handler's thread then sees of its socket says less. */
  @SuppressWarnings("unused")
  public static class CloseAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(@Advice.This ProtocolHandler handler) {
      GreenMailSmtpConnection.closing(handler);
    }
  }
}
