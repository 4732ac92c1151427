// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james.netty3;

import io.mailscope.core.session.CloseReason;
import io.mailscope.smtp.SmtpCommand;
import io.mailscope.smtp.SmtpSession;
import io.mailscope.smtp.james.JamesSmtpConnection;
import io.opentelemetry.context.Scope;
import io.opentelemetry.instrumentation.api.util.VirtualField;
import org.apache.james.protocols.api.ProtocolSession;
import org.jboss.netty.buffer.ChannelBuffer;
import org.jboss.netty.channel.Channel;
import org.jboss.netty.handler.codec.frame.TooLongFrameException;
import org.jboss.netty.handler.ssl.SslHandler;
import org.jboss.netty.handler.timeout.IdleState;

/** A channel of Netty 3 and the connection that it carries. */
public final class Netty3SmtpChannel {

  private static final VirtualField<Channel, SmtpSession> sessions =
      VirtualField.find(Channel.class, SmtpSession.class);

  private Netty3SmtpChannel() {}

  /** James made its session for a channel. */
  public static void opened(Channel channel, ProtocolSession james) {
    SmtpSession session = JamesSmtpConnection.opened(james);
    if (session == null) {
      return;
    }
    sessions.set(channel, session);
    encrypted(channel);
  }

  /** The channel is encrypted, or is not. */
  public static void encrypted(Channel channel) {
    SslHandler ssl = channel.getPipeline().get(SslHandler.class);
    SmtpSession session = ssl == null ? null : sessions.get(channel);
    if (session != null) {
      session.peer().tls(ssl.getEngine());
    }
  }

  /** A line that a command asked for was read. */
  public static Scope line(ProtocolSession james, Object message) {
    SmtpCommand command = JamesSmtpConnection.command(james);
    if (command == null || !(message instanceof ChannelBuffer)) {
      return null;
    }
    ChannelBuffer line = (ChannelBuffer) message;
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
    if (cause instanceof TooLongFrameException) {
      JamesSmtpConnection.unread(session);
    } else {
      JamesSmtpConnection.caught(session, cause);
    }
  }

  /** Nothing was read for as long as James waits. */
  public static void idle(Channel channel, IdleState state) {
    SmtpSession session = sessions.get(channel);
    if (session != null && state == IdleState.READER_IDLE) {
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
