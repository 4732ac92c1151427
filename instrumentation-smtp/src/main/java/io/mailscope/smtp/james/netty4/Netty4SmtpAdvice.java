// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james.netty4;

import io.mailscope.smtp.james.JamesSmtpSessions;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateEvent;
import net.bytebuddy.asm.Advice;
import org.apache.james.protocols.api.ProtocolSession;

/** What SMTP does where James' connections on Netty 4 are advised. */
@SuppressWarnings("unused")
final class Netty4SmtpAdvice {

  private Netty4SmtpAdvice() {}

  public static class CreateSessionAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit(
        @Advice.Argument(0) ChannelHandlerContext context, @Advice.Return ProtocolSession session) {
      Netty4SmtpChannels.get().opened(context.channel(), session);
    }
  }

  public static class ExceptionAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(
        @Advice.Argument(0) ChannelHandlerContext context, @Advice.Argument(1) Throwable cause) {
      Netty4SmtpChannels.get().caught(context.channel(), cause);
    }
  }

  public static class InactiveAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(@Advice.Argument(0) ChannelHandlerContext context) {
      Netty4SmtpChannels.get().closed(context.channel());
    }
  }

  public static class ProxyAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit(@Advice.This ProtocolSession session) {
      JamesSmtpSessions.get().proxied(session);
    }
  }

  public static class StartTlsAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit(@Advice.FieldValue("channel") Channel channel) {
      Netty4SmtpChannels.get().encrypted(channel);
    }
  }

  public static class IdleAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(
        @Advice.Argument(0) ChannelHandlerContext context,
        @Advice.Argument(1) IdleStateEvent event) {
      Netty4SmtpChannels.get().idle(context.channel(), event);
    }
  }
}
