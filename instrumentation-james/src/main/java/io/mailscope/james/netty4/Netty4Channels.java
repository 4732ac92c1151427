// SPDX-License-Identifier: Apache-2.0
package io.mailscope.james.netty4;

import io.mailscope.core.session.CloseReason;
import io.mailscope.core.session.MailSession;
import io.mailscope.james.JamesChannels;
import io.mailscope.james.JamesSessions;
import io.netty.channel.Channel;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.IdleStateEvent;
import io.opentelemetry.instrumentation.api.util.VirtualField;
import javax.net.ssl.SSLEngine;
import org.apache.james.protocols.api.ProtocolSession;

/**
 * Channels of Netty 4. Thread-safe.
 *
 * @param <S> the protocol's own sessions
 */
public final class Netty4Channels<S extends MailSession> extends JamesChannels<Channel, S> {

  /**
   * @param carried the protocol's own field
   */
  public Netty4Channels(VirtualField<Channel, S> carried, JamesSessions<S> sessions) {
    super(carried, sessions);
  }

  @Override
  public S opened(Channel channel, ProtocolSession james) {
    S session = super.opened(channel, james);
    if (session != null && !channel.isActive()) {
      // Refused by a limit, which James closes it for before its session is made.
      session.closing(CloseReason.OTHER);
    }
    return session;
  }

  @Override
  protected SSLEngine engine(Channel channel) {
    SslHandler ssl = channel.pipeline().get(SslHandler.class);
    return ssl == null ? null : ssl.engine();
  }

  @Override
  protected boolean isUnread(Throwable cause) {
    return cause instanceof TooLongFrameException;
  }

  /** More than STARTTLS was sent before it was answered, and is not read at all. */
  @Override
  protected boolean isRefused(Channel channel, Throwable cause) {
    return channel.isActive()
        && cause.getCause() != null
        && cause.getCause().getClass().getSimpleName().equals("CommandInjectionDetectedException");
  }

  /** Nothing was read or written for a while: the first time James lets it pass. */
  public void idle(Channel channel, IdleStateEvent event) {
    if (event == IdleStateEvent.READER_IDLE_STATE_EVENT) {
      timedOut(channel);
    }
  }
}
