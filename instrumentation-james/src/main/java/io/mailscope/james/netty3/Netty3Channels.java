// SPDX-License-Identifier: Apache-2.0
package io.mailscope.james.netty3;

import io.mailscope.core.session.MailSession;
import io.mailscope.james.JamesChannels;
import io.mailscope.james.JamesSessions;
import io.opentelemetry.instrumentation.api.util.VirtualField;
import javax.net.ssl.SSLEngine;
import org.jboss.netty.channel.Channel;
import org.jboss.netty.handler.codec.frame.TooLongFrameException;
import org.jboss.netty.handler.ssl.SslHandler;
import org.jboss.netty.handler.timeout.IdleState;

/**
 * Channels of Netty 3. Thread-safe.
 *
 * @param <S> the protocol's own sessions
 */
public final class Netty3Channels<S extends MailSession> extends JamesChannels<Channel, S> {

  /**
   * @param carried the protocol's own field
   */
  public Netty3Channels(VirtualField<Channel, S> carried, JamesSessions<S> sessions) {
    super(carried, sessions);
  }

  @Override
  protected SSLEngine engine(Channel channel) {
    SslHandler ssl = channel.getPipeline().get(SslHandler.class);
    return ssl == null ? null : ssl.getEngine();
  }

  @Override
  protected boolean isUnread(Throwable cause) {
    return cause instanceof TooLongFrameException;
  }

  /** Nothing was read or written for a while. */
  public void idle(Channel channel, IdleState state) {
    if (state == IdleState.READER_IDLE) {
      timedOut(channel);
    }
  }
}
