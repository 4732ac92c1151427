// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james.netty4;

import io.mailscope.core.session.CloseReason;
import io.mailscope.pop3.Pop3Session;
import io.mailscope.pop3.james.JamesPop3Connection;
import io.netty.channel.Channel;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.IdleStateEvent;
import io.opentelemetry.instrumentation.api.util.VirtualField;
import org.apache.james.protocols.api.ProtocolSession;

/** A channel of Netty 4 and the connection that it carries: James itself forgets it at its end. */
public final class Netty4Pop3Channel {

  private static final VirtualField<Channel, Pop3Session> sessions =
      VirtualField.find(Channel.class, Pop3Session.class);

  private Netty4Pop3Channel() {}

  /** James made its session for a channel. */
  public static void opened(Channel channel, ProtocolSession james) {
    Pop3Session session = JamesPop3Connection.opened(james);
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
    Pop3Session session = ssl == null ? null : sessions.get(channel);
    if (session != null) {
      session.peer().tls(ssl.engine());
    }
  }

  /** The channel failed, or what serves it. */
  public static void caught(Channel channel, Throwable cause) {
    Pop3Session session = sessions.get(channel);
    if (session == null) {
      return;
    }
    if (cause instanceof TooLongFrameException || isInjection(cause) && channel.isActive()) {
      JamesPop3Connection.unread(session);
    } else {
      JamesPop3Connection.caught(session, cause);
    }
  }

  /** More than STARTTLS was sent before it was answered, and is not read at all. */
  private static boolean isInjection(Throwable cause) {
    return cause.getCause() != null
        && cause.getCause().getClass().getSimpleName().equals("CommandInjectionDetectedException");
  }

  /** Nothing was read for a while: the first time James lets it pass. */
  public static void idle(Channel channel, IdleStateEvent event) {
    Pop3Session session = sessions.get(channel);
    if (session != null && event == IdleStateEvent.READER_IDLE_STATE_EVENT) {
      session.lost(CloseReason.TIMEOUT);
    }
  }

  /** The channel is closed. */
  public static void closed(Channel channel) {
    Pop3Session session = sessions.get(channel);
    if (session != null) {
      JamesPop3Connection.closed(session);
    }
  }
}
