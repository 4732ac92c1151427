// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james.netty4;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.netty.channel.ChannelHandlerContext;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import org.apache.james.protocols.api.ProtocolSession;

/** The handler at the end of James' pipeline: what happens to a connection reaches it last. */
class BasicChannelInboundHandlerInstrumentation extends HookedType {

  private static final String CONTEXT = "io.netty.channel.ChannelHandlerContext";

  BasicChannelInboundHandlerInstrumentation() {
    super("org.apache.james.protocols.netty.BasicChannelInboundHandler");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("createSession").and(takesArguments(1)).and(takesArgument(0, named(CONTEXT))),
        getClass().getName() + "$CreateSessionAdvice");
    transformer.applyAdviceToMethod(
        named("exceptionCaught")
            .and(takesArguments(2))
            .and(takesArgument(0, named(CONTEXT)))
            .and(takesArgument(1, Throwable.class)),
        getClass().getName() + "$ExceptionAdvice");
    transformer.applyAdviceToMethod(
        named("channelInactive").and(takesArguments(1)).and(takesArgument(0, named(CONTEXT))),
        getClass().getName() + "$InactiveAdvice");
  }

  @SuppressWarnings("unused")
  public static class CreateSessionAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit(
        @Advice.Argument(0) ChannelHandlerContext context, @Advice.Return ProtocolSession session) {
      Netty4Pop3Channel.opened(context.channel(), session);
    }
  }

  @SuppressWarnings("unused")
  public static class ExceptionAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(
        @Advice.Argument(0) ChannelHandlerContext context, @Advice.Argument(1) Throwable cause) {
      Netty4Pop3Channel.caught(context.channel(), cause);
    }
  }

  @SuppressWarnings("unused")
  public static class InactiveAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(@Advice.Argument(0) ChannelHandlerContext context) {
      Netty4Pop3Channel.closed(context.channel());
    }
  }
}
