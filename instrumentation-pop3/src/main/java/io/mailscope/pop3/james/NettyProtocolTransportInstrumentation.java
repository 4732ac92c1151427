// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import org.apache.james.protocols.api.ProtocolSession;

/** {@code writeToClient}: replies as they go over the wire, so that they need not be made twice. */
class NettyProtocolTransportInstrumentation extends HookedType {

  NettyProtocolTransportInstrumentation() {
    super("org.apache.james.protocols.netty.NettyProtocolTransport");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("writeToClient").and(takesArguments(3)).and(takesArgument(0, byte[].class)),
        getClass().getName() + "$WriteAdvice");
  }

  @SuppressWarnings("unused")
  public static class WriteAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(
        @Advice.Argument(0) byte[] lines, @Advice.Argument(1) ProtocolSession session) {
      JamesPop3Connection.reply(session, lines);
    }
  }
}
