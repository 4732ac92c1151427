// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james.netty3;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import org.jboss.netty.channel.Channel;

/** {@code prepareStartTLS()}: what the client sends from here on is encrypted. */
class StartTlsInstrumentation extends HookedType {

  StartTlsInstrumentation() {
    super("org.apache.james.protocols.netty.NettyProtocolTransport");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("prepareStartTLS").and(takesNoArguments()), getClass().getName() + "$StartTlsAdvice");
  }

  @SuppressWarnings("unused")
  public static class StartTlsAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit(@Advice.FieldValue("channel") Channel channel) {
      Netty3Pop3Channel.encrypted(channel);
    }
  }
}
