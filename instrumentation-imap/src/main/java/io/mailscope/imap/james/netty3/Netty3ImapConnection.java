// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james.netty3;

import io.mailscope.core.catalog.CommandList;
import io.mailscope.core.catalog.CommandName;
import io.mailscope.core.catalog.MailProtocol;
import io.mailscope.core.session.CloseReason;
import io.mailscope.core.session.Peer;
import io.mailscope.imap.ImapCommand;
import io.mailscope.imap.ImapSession;
import io.mailscope.imap.ImapStatus;
import io.mailscope.imap.james.JamesImapState;
import io.mailscope.james.JamesListeners;
import io.opentelemetry.context.Scope;
import io.opentelemetry.instrumentation.api.util.VirtualField;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.ImapSessionState;
import org.apache.james.imap.decode.base.AbstractImapCommandParser;
import org.jboss.netty.channel.Channel;
import org.jboss.netty.handler.codec.frame.TooLongFrameException;
import org.jboss.netty.handler.ssl.SslHandler;

/**
 * A connection to James' IMAP server on Netty 3, kept with James' session and with its channel. Its
 * commands are decoded one after the other, while one that was decoded before may be served.
 */
public final class Netty3ImapConnection {

  private static final CommandList COMMANDS = MailProtocol.IMAP.commands();
  private static final VirtualField<
          org.apache.james.imap.api.process.ImapSession, Netty3ImapConnection>
      bySession =
          VirtualField.find(
              org.apache.james.imap.api.process.ImapSession.class, Netty3ImapConnection.class);
  private static final VirtualField<Channel, Netty3ImapConnection> byChannel =
      VirtualField.find(Channel.class, Netty3ImapConnection.class);

  private final ImapSession session;
  private final org.apache.james.imap.api.process.ImapSession james;
  private final Channel channel;
  private volatile boolean starttls;
  private volatile ImapCommand decoding;
  private volatile Netty3ImapCommand waiting;
  private volatile Throwable failure;

  private Netty3ImapConnection(
      org.apache.james.imap.api.process.ImapSession james, Channel channel) {
    this.james = james;
    this.channel = channel;
    session =
        new ImapSession(
            String.valueOf(channel.getId()),
            Peer.of(channel.getRemoteAddress(), channel.getLocalAddress()));
  }

  /** James makes its session. */
  public static void opened(org.apache.james.imap.api.process.ImapSession james, Channel channel) {
    // One connection too many is closed by now.
    if (channel.isOpen()) {
      Netty3ImapConnection connection = new Netty3ImapConnection(james, channel);
      connection.session.closing(CloseReason.EOF);
      connection.session.open();
      connection.encrypted();
      bySession.set(james, connection);
      byChannel.set(channel, connection);
    }
  }

  /** The channel is closed; James still has its session. */
  public static void closed(Channel channel) {
    Netty3ImapConnection connection = byChannel.get(channel);
    if (connection != null) {
      if (JamesListeners.isStopping(connection.session)) {
        connection.session.closing(CloseReason.SERVER_STOP);
      } else if (connection.james.getState() == ImapSessionState.LOGOUT) {
        // Then it is James that closes, after BYE.
        connection.session.closing(CloseReason.OTHER);
      }
      connection.session.close();
    }
  }

  /** James has waited too long. */
  public static void timedOut(Channel channel) {
    Netty3ImapConnection connection = byChannel.get(channel);
    if (connection != null) {
      connection.session.lost(CloseReason.TIMEOUT);
    }
  }

  /** James logs an exception, and answers it or closes the connection. */
  public static void caught(Channel channel, Throwable failure) {
    Netty3ImapConnection connection = byChannel.get(channel);
    if (connection == null) {
      return;
    }
    if (failure instanceof TooLongFrameException) {
      connection.tooLong();
    } else if (failure != connection.failure && !connection.session.lost(failure)) {
      connection.session.closing(CloseReason.OTHER);
    }
  }

  /** A line that James does not read; it says BAD and lives on. */
  private void tooLong() {
    ImapCommand command =
        session.startDetached(JamesImapState.of(james.getState()), COMMANDS.other());
    command.reply(ImapStatus.BAD, null);
    command.end();
  }

  /**
   * The word after the tag. UID (RFC 9051 section 6.4.9) alone is no command.
   *
   * @return the command's, current while the rest is decoded; null where there is none yet
   */
  public static Scope word(Object james, String word) {
    Netty3ImapConnection connection = of(james);
    return connection == null || word.equalsIgnoreCase("UID")
        ? null
        : connection.decoding(COMMANDS.find(word)).attach();
  }

  /** The word after UID, by the parser that James has for it. */
  public static void uid(Object james, AbstractImapCommandParser parser) {
    Netty3ImapConnection connection = of(james);
    if (connection != null) {
      connection.decoding(COMMANDS.findUid(parser.getCommand().getName()));
    }
  }

  /** The command was decoded, be it into a request or already into the answer. */
  public static void decoded(Object james, ImapMessage message) {
    Netty3ImapConnection connection = of(james);
    if (connection != null && message != null) {
      ImapCommand command = connection.decoding(COMMANDS.other());
      connection.decoding = null;
      Netty3ImapCommand.decoded(connection, message, command);
    }
  }

  /** Makes the command that asked for a line current on this thread; null if none did. */
  public static Scope attachWaiting(Object james) {
    Netty3ImapConnection connection = of(james);
    Netty3ImapCommand command = connection == null ? null : connection.waiting;
    return command == null ? null : command.attach();
  }

  private static Netty3ImapConnection of(Object james) {
    return james instanceof org.apache.james.imap.api.process.ImapSession
        ? bySession.get((org.apache.james.imap.api.process.ImapSession) james)
        : null;
  }

  private ImapCommand decoding(CommandName name) {
    // What waits for a literal is read again from its tag on.
    if (decoding == null) {
      if (starttls) {
        encrypted();
      }
      decoding = session.startDetached(JamesImapState.of(james.getState()), name);
    }
    return decoding;
  }

  /** STARTTLS was answered; James is about to encrypt what follows. */
  void startsTls() {
    starttls = true;
  }

  private void encrypted() {
    SslHandler ssl = channel.getPipeline().get(SslHandler.class);
    if (ssl != null) {
      session.peer().tls(ssl.getEngine());
      starttls = false;
    }
  }

  /** The next line belongs to this command, or does not any more. */
  void waits(Netty3ImapCommand command, boolean waits) {
    if (waits) {
      waiting = command;
    } else if (waiting == command) {
      waiting = null;
    }
  }

  /** A command failed: James closes the connection. */
  void failed(Throwable failure) {
    this.failure = failure;
    session.closing(CloseReason.ERROR);
  }
}
