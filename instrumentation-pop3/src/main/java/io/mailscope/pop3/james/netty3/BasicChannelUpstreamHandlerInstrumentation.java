// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james.netty3;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import org.apache.james.protocols.api.ProtocolSession;
import org.jboss.netty.channel.ChannelHandlerContext;
import org.jboss.netty.channel.ExceptionEvent;

/** The handler at the end of James' pipeline: what happens to a connection reaches it last. */
class BasicChannelUpstreamHandlerInstrumentation extends HookedType {

  private static final String CONTEXT = "org.jboss.netty.channel.ChannelHandlerContext";

  BasicChannelUpstreamHandlerInstrumentation() {
    super("org.apache.james.protocols.netty.BasicChannelUpstreamHandler");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("createSession").and(takesArguments(1)).and(takesArgument(0, named(CONTEXT))),
        getClass().getName() + "$CreateSessionAdvice");
    transformer.applyAdviceToMethod(
        named("exceptionCaught").and(takesArguments(2)).and(takesArgument(0, named(CONTEXT))),
        getClass().getName() + "$ExceptionAdvice");
    transformer.applyAdviceToMethod(
        named("channelClosed").and(takesArguments(2)).and(takesArgument(0, named(CONTEXT))),
        getClass().getName() + "$ClosedAdvice");
  }

  @SuppressWarnings("unused")
  public static class CreateSessionAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit(
        @Advice.Argument(0) ChannelHandlerContext context, @Advice.Return ProtocolSession session) {
      Netty3Pop3Channel.opened(context.getChannel(), session);
    }
  }

  @SuppressWarnings("unused")
  public static class ExceptionAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(
        @Advice.Argument(0) ChannelHandlerContext context,
        @Advice.Argument(1) ExceptionEvent event) {
      Netty3Pop3Channel.caught(context.getChannel(), event.getCause());
    }
  }

  @SuppressWarnings("unused")
  public static class ClosedAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(@Advice.Argument(0) ChannelHandlerContext context) {
      Netty3Pop3Channel.closed(context.getChannel());
    }
  }
}
