// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james.netty4;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.mailscope.smtp.james.JamesSmtpConnection;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import org.apache.james.protocols.api.ProtocolSession;

/** {@code setProxyInformation}: a proxy said who the client is. */
class ProtocolSessionInstrumentation extends HookedType {

  ProtocolSessionInstrumentation() {
    super("org.apache.james.protocols.api.ProtocolSessionImpl");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("setProxyInformation").and(takesArguments(1)), getClass().getName() + "$ProxyAdvice");
  }

  @SuppressWarnings("unused")
  public static class ProxyAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit(@Advice.This ProtocolSession session) {
      JamesSmtpConnection.proxied(session);
    }
  }
}
