// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james.netty4;

import io.mailscope.core.session.CloseReason;
import io.mailscope.smtp.SmtpCommand;
import io.mailscope.smtp.SmtpSession;
import io.mailscope.smtp.james.JamesSmtpConnection;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.IdleStateEvent;
import io.opentelemetry.context.Scope;
import io.opentelemetry.instrumentation.api.util.VirtualField;
import org.apache.james.protocols.api.ProtocolSession;

/** A channel of Netty 4 and the connection that it carries: James itself forgets it at its end. */
public final class Netty4SmtpChannel {

  private static final VirtualField<Channel, SmtpSession> sessions =
      VirtualField.find(Channel.class, SmtpSession.class);

  private Netty4SmtpChannel() {}

  /** James made its session for a channel. */
  public static void opened(Channel channel, ProtocolSession james) {
    SmtpSession session = JamesSmtpConnection.opened(james);
    if (session == null) {
      return;
    }
    sessions.set(channel, session);
    encrypted(channel);
    if (!channel.isActive()) {
      // Refused by a limit, which James closes it for before its session is made.
      session.closing(CloseReason.OTHER);
    }
  }

  /** The channel is encrypted, or is not. */
  public static void encrypted(Channel channel) {
    SslHandler ssl = channel.pipeline().get(SslHandler.class);
    SmtpSession session = ssl == null ? null : sessions.get(channel);
    if (session != null) {
      session.peer().tls(ssl.engine());
    }
  }

  /** A line that a command asked for was read. */
  public static Scope line(ProtocolSession james, Object message) {
    SmtpCommand command = JamesSmtpConnection.command(james);
    if (command == null || !(message instanceof ByteBuf)) {
      return null;
    }
    ByteBuf line = (ByteBuf) message;
    int octets = line.readableBytes();
    int from = line.readerIndex();
    return octets < 2
        ? JamesSmtpConnection.line(command, octets, (byte) '\n', (byte) 0)
        : JamesSmtpConnection.line(
            command, octets, line.getByte(from), line.getByte(from + octets - 2));
  }

  /** The channel failed, or what serves it. */
  public static void caught(Channel channel, Throwable cause) {
    SmtpSession session = sessions.get(channel);
    if (session == null) {
      return;
    }
    if (cause instanceof TooLongFrameException || isInjection(cause) && channel.isActive()) {
      JamesSmtpConnection.unread(session);
    } else {
      JamesSmtpConnection.caught(session, cause);
    }
  }

  /** More than STARTTLS was sent before it was answered, and is not read at all. */
  private static boolean isInjection(Throwable cause) {
    return cause.getCause() != null
        && cause.getCause().getClass().getSimpleName().equals("CommandInjectionDetectedException");
  }

  /** Nothing was read for a while: the first time James lets it pass. */
  public static void idle(Channel channel, IdleStateEvent event) {
    SmtpSession session = sessions.get(channel);
    if (session != null && event == IdleStateEvent.READER_IDLE_STATE_EVENT) {
      session.lost(CloseReason.TIMEOUT);
    }
  }

  /** The channel is closed. */
  public static void closed(Channel channel) {
    SmtpSession session = sessions.get(channel);
    if (session != null) {
      JamesSmtpConnection.closed(session);
    }
  }
}
