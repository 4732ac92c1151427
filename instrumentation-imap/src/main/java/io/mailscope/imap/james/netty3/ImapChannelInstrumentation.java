// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james.netty3;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;
import org.jboss.netty.channel.ChannelHandlerContext;
import org.jboss.netty.channel.ExceptionEvent;
import org.jboss.netty.channel.MessageEvent;

/** A command that is served, and what goes wrong with a connection up to its end. */
class ImapChannelInstrumentation extends HookedType {

  ImapChannelInstrumentation() {
    super("org.apache.james.imapserver.netty.ImapChannelUpstreamHandler");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        event("messageReceived", "MessageEvent"), getClass().getName() + "$MessageAdvice");
    transformer.applyAdviceToMethod(
        event("channelClosed", "ChannelStateEvent"), getClass().getName() + "$ClosedAdvice");
    transformer.applyAdviceToMethod(
        event("exceptionCaught", "ExceptionEvent"), getClass().getName() + "$FailureAdvice");
  }

  private static ElementMatcher<MethodDescription> event(String method, String event) {
    return named(method)
        .and(takesArguments(2))
        .and(takesArgument(1, named("org.jboss.netty.channel." + event)));
  }

  @SuppressWarnings("unused")
  public static class MessageAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static ServedCommand onEnter(@Advice.Argument(1) MessageEvent event) {
      return ServedCommand.start(event.getMessage());
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(
        @Advice.Enter ServedCommand command, @Advice.Thrown Throwable failure) {
      if (command != null) {
        command.end(failure);
      }
    }
  }

  @SuppressWarnings("unused")
  public static class ClosedAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(@Advice.Argument(0) ChannelHandlerContext context) {
      Netty3ImapConnection.closed(context.getChannel());
    }
  }

  @SuppressWarnings("unused")
  public static class FailureAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(
        @Advice.Argument(0) ChannelHandlerContext context,
        @Advice.Argument(1) ExceptionEvent event) {
      Netty3ImapConnection.caught(context.getChannel(), event.getCause());
    }
  }
}
