// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.netty.channel.ChannelHandlerContext;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** The connection: its begin, its end, and what goes wrong with it. */
class ImapChannelInstrumentation extends HookedType {

  ImapChannelInstrumentation() {
    super("org.apache.james.imapserver.netty.ImapChannelUpstreamHandler");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("channelActive").and(takesArguments(1)), getClass().getName() + "$ActiveAdvice");
    transformer.applyAdviceToMethod(
        named("channelInactive").and(takesArguments(1)), getClass().getName() + "$InactiveAdvice");
    transformer.applyAdviceToMethod(
        named("exceptionCaught").and(takesArguments(2)).and(takesArgument(1, Throwable.class)),
        getClass().getName() + "$FailureAdvice");
  }

  @SuppressWarnings("unused")
  public static class ActiveAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit(@Advice.Argument(0) ChannelHandlerContext context) {
      JamesImapConnection.opened(context.channel());
    }
  }

  /** Before James forgets its session. */
  @SuppressWarnings("unused")
  public static class InactiveAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(@Advice.Argument(0) ChannelHandlerContext context) {
      JamesImapConnection.closed(context.channel());
    }
  }

  @SuppressWarnings("unused")
  public static class FailureAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(
        @Advice.Argument(0) ChannelHandlerContext context, @Advice.Argument(1) Throwable failure) {
      JamesImapFailure.caught(context.channel(), failure);
    }
  }
}
