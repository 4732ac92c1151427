// SPDX-License-Identifier: Apache-2.0
package io.mailscope.james;

import io.mailscope.core.session.CloseReason;
import io.mailscope.core.session.MailCommand;
import io.mailscope.core.session.MailSession;
import io.opentelemetry.instrumentation.api.util.VirtualField;
import org.apache.james.protocols.api.ProtocolSession;

/**
 * The connections of one protocol, each kept with James' session. Thread-safe.
 *
 * @param <S> the protocol's own sessions
 */
public abstract class JamesSessions<S extends MailSession> {

  private final VirtualField<ProtocolSession, S> sessions;

  /**
   * @param sessions the protocol's own field: several protocols are advised at the same places
   */
  protected JamesSessions(VirtualField<ProtocolSession, S> sessions) {
    this.sessions = sessions;
  }

  /** A new session; null where James' is of another protocol. */
  protected abstract S create(ProtocolSession james);

  /** What the client sent can't be read as a line; James refuses it. */
  public abstract void unread(S session);

  /**
   * What the client sent is not read; James' answer is the last, to the command that is open if
   * there is one.
   */
  final void refused(S session) {
    if (session.command() == null) {
      unread(session);
    }
  }

  /** The connection of James' session, or null where it is of another protocol. */
  public final S of(ProtocolSession james) {
    return sessions.get(james);
  }

  /**
   * A client connected.
   *
   * @return null where it does not speak the protocol
   */
  public final S opened(ProtocolSession james) {
    S session = create(james);
    if (session != null) {
      session.closing(CloseReason.EOF);
      sessions.set(james, session);
      session.open();
    }
    return session;
  }

  /** The peer is a proxy that has told whose connection it passes on. */
  public final void proxied(ProtocolSession james) {
    S session = sessions.get(james);
    if (session != null) {
      session.peer().proxied(james.getRemoteAddress());
    }
  }

  /** Something was caught on the connection that is no line of the client's. */
  public final void caught(S session, Throwable cause) {
    if (session.isLost()) {
      return;
    }
    MailCommand command = session.command();
    if (command != null && command.hasFailedWith(cause)) {
      // It escaped from what serves the command: then even a time-out is a back end's.
      session.closing(CloseReason.ERROR);
      return;
    }
    if (session.lost(cause)) {
      return;
    }
    if (command != null) {
      command.failed(cause);
      session.closing(CloseReason.ERROR);
    } else {
      session.closing(CloseReason.OTHER);
    }
  }

  /** The connection is closed. May be told more than once. */
  public final void closed(S session) {
    if (JamesListeners.isStopping(session)) {
      session.closing(CloseReason.SERVER_STOP);
    }
    session.close();
  }
}
