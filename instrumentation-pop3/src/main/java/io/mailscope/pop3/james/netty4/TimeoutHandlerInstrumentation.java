// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james.netty4;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateEvent;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** {@code channelIdle}: the client was silent for too long. */
class TimeoutHandlerInstrumentation extends HookedType {

  TimeoutHandlerInstrumentation() {
    super("org.apache.james.protocols.netty.TimeoutHandler");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("channelIdle")
            .and(takesArguments(2))
            .and(takesArgument(0, named("io.netty.channel.ChannelHandlerContext"))),
        getClass().getName() + "$IdleAdvice");
  }

  @SuppressWarnings("unused")
  public static class IdleAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(
        @Advice.Argument(0) ChannelHandlerContext context,
        @Advice.Argument(1) IdleStateEvent event) {
      Netty4Pop3Channel.idle(context.channel(), event);
    }
  }
}
