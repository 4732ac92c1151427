// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.netty.channel.ChannelHandlerContext;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

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
    public static void onEnter(@Advice.Argument(0) ChannelHandlerContext context) {
      JamesImapConnection.timedOut(context.channel());
    }
  }
}
