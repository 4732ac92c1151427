// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james.netty4;

import io.mailscope.pop3.james.JamesPop3Sessions;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateEvent;
import net.bytebuddy.asm.Advice;
import org.apache.james.protocols.api.ProtocolSession;

/** What POP3 does where James' connections on Netty 4 are advised. */
@SuppressWarnings("unused")
final class Netty4Pop3Advice {

  private Netty4Pop3Advice() {}

  public static class CreateSessionAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit(
        @Advice.Argument(0) ChannelHandlerContext context, @Advice.Return ProtocolSession session) {
      Netty4Pop3Channels.get().opened(context.channel(), session);
    }
  }

  public static class ExceptionAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(
        @Advice.Argument(0) ChannelHandlerContext context, @Advice.Argument(1) Throwable cause) {
      Netty4Pop3Channels.get().caught(context.channel(), cause);
    }
  }

  public static class InactiveAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(@Advice.Argument(0) ChannelHandlerContext context) {
      Netty4Pop3Channels.get().closed(context.channel());
    }
  }

  public static class ProxyAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit(@Advice.This ProtocolSession session) {
      JamesPop3Sessions.get().proxied(session);
    }
  }

  public static class StartTlsAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit(@Advice.FieldValue("channel") Channel channel) {
      Netty4Pop3Channels.get().encrypted(channel);
    }
  }

  public static class IdleAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(
        @Advice.Argument(0) ChannelHandlerContext context,
        @Advice.Argument(1) IdleStateEvent event) {
      Netty4Pop3Channels.get().idle(context.channel(), event);
    }
  }
}
