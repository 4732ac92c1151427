// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import io.mailscope.core.catalog.CommandName;
import io.mailscope.core.session.CloseReason;
import io.mailscope.core.session.Peer;
import io.mailscope.imap.ImapCommand;
import io.mailscope.imap.ImapSession;
import io.mailscope.imap.ImapState;
import io.mailscope.james.JamesListeners;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.ssl.SslHandler;
import io.opentelemetry.context.Scope;
import io.opentelemetry.instrumentation.api.util.VirtualField;
import org.apache.james.imap.api.ImapSessionState;
import org.apache.james.imapserver.netty.HAProxyMessageHandler;
import org.apache.james.imapserver.netty.NettyConstants;
import org.apache.james.imapserver.netty.NettyImapSession;

/**
 * A connection to James' IMAP server, kept with James' session. Its commands are decoded and
 * started one after the other, nearly always on its event loop; they end wherever.
 */
public final class JamesImapConnection {

  private static final VirtualField<NettyImapSession, JamesImapConnection> connections =
      VirtualField.find(NettyImapSession.class, JamesImapConnection.class);

  private final ImapSession session;
  private final Channel channel;
  private volatile boolean starttls;
  private volatile ImapCommand decoding;
  private volatile JamesImapCommand waiting;
  private volatile Throwable failure;

  private JamesImapConnection(ImapSession session, Channel channel) {
    this.session = session;
    this.channel = channel;
  }

  /** James has made its session and greeted. */
  public static void opened(Channel channel) {
    Object james = channel.attr(NettyConstants.IMAP_SESSION_ATTRIBUTE_KEY).get();
    if (james instanceof NettyImapSession && isLinear(channel)) {
      NettyImapSession key = (NettyImapSession) james;
      ImapSession session =
          new ImapSession(
              key.sessionId().asString(), Peer.of(channel.remoteAddress(), channel.localAddress()));
      // One connection too many is closed by now, though James greets it all the same.
      session.closing(channel.isActive() ? CloseReason.EOF : CloseReason.OTHER);
      session.open();
      JamesImapConnection connection = new JamesImapConnection(session, channel);
      connection.encrypted();
      connections.set(key, connection);
    }
  }

  /**
   * Whether James has its commands wait for one another as we know it. Where the key is not there,
   * as since 3.9, in which what was decoded waits, the agent leaves the server alone.
   */
  private static boolean isLinear(Channel channel) {
    return channel.attr(NettyConstants.LINEARALIZER_ATTRIBUTE_KEY).get() != null;
  }

  /**
   * The handler for the PROXY protocol has read something.
   *
   * @param message the bytes that the client sends, but once what the proxy said
   */
  public static void proxied(Channel channel, Object message) {
    JamesImapConnection connection = message instanceof ByteBuf ? null : of(channel);
    if (connection != null) {
      connection
          .session
          .peer()
          .proxied(channel.attr(HAProxyMessageHandler.PROXY_INFO).get().getSource());
    }
  }

  /** The channel is closed; James still has its session. */
  public static void closed(Channel channel) {
    JamesImapConnection connection = of(channel);
    if (connection != null) {
      connection.close();
    }
  }

  private void close() {
    NettyImapSession james = (NettyImapSession) session(channel);
    if (JamesListeners.isStopping(session)) {
      session.closing(CloseReason.SERVER_STOP);
    } else if (james.getState() == ImapSessionState.LOGOUT) {
      // Then it is James that closes, after BYE.
      session.closing(CloseReason.OTHER);
    }
    session.close();
  }

  /** James has waited too long. */
  public static void timedOut(Channel channel) {
    JamesImapConnection connection = of(channel);
    if (connection != null) {
      connection.session.lost(CloseReason.TIMEOUT);
    }
  }

  /** Null where there is none (any more). */
  static JamesImapConnection of(Channel channel) {
    return of(session(channel));
  }

  static JamesImapConnection of(Object james) {
    return james instanceof NettyImapSession ? connections.get((NettyImapSession) james) : null;
  }

  private static Object session(Channel channel) {
    return channel.attr(NettyConstants.IMAP_SESSION_ATTRIBUTE_KEY).get();
  }

  ImapSession session() {
    return session;
  }

  /** The state that James' session is in, while it has one. */
  ImapState state() {
    return JamesImapState.of(((NettyImapSession) session(channel)).getState());
  }

  /** A command's name was read; what follows may still be on its way, or be unreadable. */
  ImapCommand decoding(NettyImapSession james, CommandName name) {
    // What waits for a literal is read again from its tag on.
    if (decoding == null) {
      decoding = start(james, name);
    }
    return decoding;
  }

  /** The command that was read last, once; null if none was. */
  ImapCommand decoded() {
    ImapCommand command = decoding;
    decoding = null;
    return command;
  }

  /** A command begins. */
  ImapCommand start(NettyImapSession james, CommandName name) {
    if (starttls) {
      encrypted();
    }
    return session.startDetached(JamesImapState.of(james.getState()), name);
  }

  /** STARTTLS was answered; James is about to encrypt what follows. */
  void startsTls() {
    starttls = true;
  }

  private void encrypted() {
    SslHandler ssl = channel.pipeline().get(SslHandler.class);
    if (ssl != null) {
      session.peer().tls(ssl.engine());
      starttls = false;
    }
  }

  /** The next line belongs to this command, or does not any more. */
  void waits(JamesImapCommand command, boolean waits) {
    if (waits) {
      waiting = command;
    } else if (waiting == command) {
      waiting = null;
    }
  }

  /** Makes the command that asked for a line current on this thread; null if none did. */
  public static Scope attachWaiting(Object james) {
    JamesImapConnection connection = of(james);
    JamesImapCommand command = connection == null ? null : connection.waiting;
    return command == null ? null : command.attach();
  }

  /** A command failed: James closes the connection. */
  void failed(Throwable failure) {
    this.failure = failure;
    session.closing(CloseReason.ERROR);
  }

  /** Whether a command failed by it, so that it says nothing about the connection. */
  boolean hasFailedBy(Throwable failure) {
    return this.failure == failure;
  }
}
