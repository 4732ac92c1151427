// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james.netty3;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import org.apache.james.imap.api.process.ImapSession;
import org.jboss.netty.channel.Channel;

/** James' session of a connection, made as soon as the client is connected. */
class NettyImapSessionInstrumentation extends HookedType {

  NettyImapSessionInstrumentation() {
    super("org.apache.james.imapserver.netty.NettyImapSession");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        isConstructor().and(takesArgument(0, named("org.jboss.netty.channel.Channel"))),
        getClass().getName() + "$OpenAdvice");
  }

  @SuppressWarnings("unused")
  public static class OpenAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit(
        @Advice.This ImapSession session, @Advice.Argument(0) Channel channel) {
      Netty3ImapConnection.opened(session, channel);
    }
  }
}
