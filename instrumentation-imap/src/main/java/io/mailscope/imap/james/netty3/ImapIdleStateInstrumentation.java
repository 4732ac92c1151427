// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james.netty3;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import org.jboss.netty.channel.ChannelHandlerContext;
import org.jboss.netty.handler.timeout.IdleState;
import org.jboss.netty.handler.timeout.IdleStateEvent;

/** The end of James' patience. */
class ImapIdleStateInstrumentation extends HookedType {

  ImapIdleStateInstrumentation() {
    super("org.apache.james.imapserver.netty.ImapIdleStateHandler");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("channelIdle").and(takesArguments(2)), getClass().getName() + "$IdleAdvice");
  }

  @SuppressWarnings("unused")
  public static class IdleAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(
        @Advice.Argument(0) ChannelHandlerContext context,
        @Advice.Argument(1) IdleStateEvent event) {
      if (event.getState() == IdleState.ALL_IDLE) {
        Netty3ImapConnection.timedOut(context.getChannel());
      }
    }
  }
}
