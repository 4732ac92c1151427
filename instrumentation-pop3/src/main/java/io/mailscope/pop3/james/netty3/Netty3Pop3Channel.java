// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james.netty3;

import io.mailscope.core.session.CloseReason;
import io.mailscope.pop3.Pop3Session;
import io.mailscope.pop3.james.JamesPop3Connection;
import io.opentelemetry.instrumentation.api.util.VirtualField;
import org.apache.james.protocols.api.ProtocolSession;
import org.jboss.netty.channel.Channel;
import org.jboss.netty.handler.codec.frame.TooLongFrameException;
import org.jboss.netty.handler.ssl.SslHandler;
import org.jboss.netty.handler.timeout.IdleState;

/** A channel of Netty 3 and the connection that it carries. */
public final class Netty3Pop3Channel {

  private static final VirtualField<Channel, Pop3Session> sessions =
      VirtualField.find(Channel.class, Pop3Session.class);

  private Netty3Pop3Channel() {}

  /** James made its session for a channel. */
  public static void opened(Channel channel, ProtocolSession james) {
    Pop3Session session = JamesPop3Connection.opened(james);
    if (session == null) {
      return;
    }
    sessions.set(channel, session);
    encrypted(channel);
  }

  /** The channel is encrypted, or is not. */
  public static void encrypted(Channel channel) {
    SslHandler ssl = channel.getPipeline().get(SslHandler.class);
    Pop3Session session = ssl == null ? null : sessions.get(channel);
    if (session != null) {
      session.peer().tls(ssl.getEngine());
    }
  }

  /** The channel failed, or what serves it. */
  public static void caught(Channel channel, Throwable cause) {
    Pop3Session session = sessions.get(channel);
    if (session == null) {
      return;
    }
    if (cause instanceof TooLongFrameException) {
      JamesPop3Connection.unread(session);
    } else {
      JamesPop3Connection.caught(session, cause);
    }
  }

  /** Nothing was read for as long as James waits. */
  public static void idle(Channel channel, IdleState state) {
    Pop3Session session = sessions.get(channel);
    if (session != null && state == IdleState.READER_IDLE) {
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
