// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.netty.channel.ChannelHandlerContext;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** A proxy said who the client is. */
class HAProxyMessageHandlerInstrumentation extends HookedType {

  HAProxyMessageHandlerInstrumentation() {
    super("org.apache.james.imapserver.netty.HAProxyMessageHandler");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("channelRead").and(takesArguments(2)), getClass().getName() + "$ProxyAdvice");
  }

  @SuppressWarnings("unused")
  public static class ProxyAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit(
        @Advice.Argument(0) ChannelHandlerContext context, @Advice.Argument(1) Object message) {
      JamesImapConnection.proxied(context.channel(), message);
    }
  }
}
