// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james.netty3;

import net.bytebuddy.asm.Advice;
import org.apache.james.protocols.api.ProtocolSession;
import org.jboss.netty.channel.Channel;
import org.jboss.netty.channel.ChannelHandlerContext;
import org.jboss.netty.channel.ExceptionEvent;
import org.jboss.netty.handler.timeout.IdleState;

/** What SMTP does where James' connections on Netty 3 are advised. */
@SuppressWarnings("unused")
final class Netty3SmtpAdvice {

  private Netty3SmtpAdvice() {}

  public static class CreateSessionAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit(
        @Advice.Argument(0) ChannelHandlerContext context, @Advice.Return ProtocolSession session) {
      Netty3SmtpChannels.get().opened(context.getChannel(), session);
    }
  }

  public static class ExceptionAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(
        @Advice.Argument(0) ChannelHandlerContext context,
        @Advice.Argument(1) ExceptionEvent event) {
      Netty3SmtpChannels.get().caught(context.getChannel(), event.getCause());
    }
  }

  public static class ClosedAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(@Advice.Argument(0) ChannelHandlerContext context) {
      Netty3SmtpChannels.get().closed(context.getChannel());
    }
  }

  public static class StartTlsAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit(@Advice.FieldValue("channel") Channel channel) {
      Netty3SmtpChannels.get().encrypted(channel);
    }
  }

  public static class IdleAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(
        @Advice.Argument(0) ChannelHandlerContext context, @Advice.Argument(1) IdleState state) {
      Netty3SmtpChannels.get().idle(context.getChannel(), state);
    }
  }
}
