// SPDX-License-Identifier: Apache-2.0
package io.mailscope.james;

import io.mailscope.core.session.CloseReason;
import io.mailscope.core.session.MailSession;
import io.opentelemetry.instrumentation.api.util.VirtualField;
import javax.net.ssl.SSLEngine;
import org.apache.james.protocols.api.ProtocolSession;

/**
 * Netty's channels and the connections of one protocol that they carry: James itself forgets a
 * connection before its channel's end. Thread-safe.
 *
 * @param <C> the channels of one Netty
 * @param <S> the protocol's own sessions
 */
public abstract class JamesChannels<C, S extends MailSession> {

  private final VirtualField<C, S> carried;
  private final JamesSessions<S> sessions;

  /**
   * @param carried the protocol's own field: several protocols are advised at the same places
   */
  protected JamesChannels(VirtualField<C, S> carried, JamesSessions<S> sessions) {
    this.carried = carried;
    this.sessions = sessions;
  }

  /** What encrypts the channel, or null. */
  protected abstract SSLEngine engine(C channel);

  /** Whether a failure says that a line was too long, and no more. */
  protected abstract boolean isUnread(Throwable cause);

  /** Whether a failure says that James won't read on, and refuses what it was sent. */
  protected boolean isRefused(C channel, Throwable cause) {
    return false;
  }

  /**
   * James made its session for a channel.
   *
   * @return ours, or null where it is of another protocol
   */
  public S opened(C channel, ProtocolSession james) {
    S session = sessions.opened(james);
    if (session != null) {
      carried.set(channel, session);
      encrypted(channel);
    }
    return session;
  }

  /** The channel is encrypted, or is not. */
  public final void encrypted(C channel) {
    SSLEngine engine = engine(channel);
    S session = engine == null ? null : carried.get(channel);
    if (session != null) {
      session.peer().tls(engine);
    }
  }

  /** The channel failed, or what serves it. */
  public final void caught(C channel, Throwable cause) {
    S session = carried.get(channel);
    if (session == null) {
      return;
    }
    if (isUnread(cause)) {
      sessions.unread(session);
    } else if (isRefused(channel, cause)) {
      sessions.refused(session);
    } else {
      sessions.caught(session, cause);
    }
  }

  /** Nothing was read for as long as James waits. */
  protected final void timedOut(C channel) {
    S session = carried.get(channel);
    if (session != null) {
      session.lost(CloseReason.TIMEOUT);
    }
  }

  /** The channel is closed. */
  public final void closed(C channel) {
    S session = carried.get(channel);
    if (session != null) {
      sessions.closed(session);
    }
  }
}
