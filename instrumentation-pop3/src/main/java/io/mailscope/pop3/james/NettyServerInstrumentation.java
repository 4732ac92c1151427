// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import org.apache.james.protocols.api.Protocol;
import org.apache.james.protocols.api.ProtocolServer;

/** {@code bind()}: the server listens once it returns. */
class NettyServerInstrumentation extends HookedType {

  NettyServerInstrumentation() {
    super("org.apache.james.protocols.netty.NettyServer");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("bind").and(takesNoArguments()), getClass().getName() + "$BindAdvice");
  }

  @SuppressWarnings("unused")
  public static class BindAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit(
        @Advice.This ProtocolServer server, @Advice.FieldValue("protocol") Protocol protocol) {
      JamesPop3Server.bound(server, protocol);
    }
  }
}
