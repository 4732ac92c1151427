// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import static java.util.logging.Level.FINE;

import io.mailscope.imap.ImapCommand;
import io.mailscope.imap.ImapStatus;
import io.opentelemetry.context.Scope;
import io.opentelemetry.instrumentation.api.util.VirtualField;
import java.util.logging.Logger;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.message.request.ImapRequest;
import org.apache.james.imap.main.ResponseEncoder;
import org.apache.james.imap.message.request.AbstractImapRequest;
import org.apache.james.imapserver.netty.NettyImapSession;

/**
 * A command on James, kept with the encoder of its responses. It ends when its work is done and its
 * reply was written, whichever comes last. Thread-safe.
 */
public final class JamesImapCommand {

  private static final Logger logger = Logger.getLogger("mailscope");
  private static final VirtualField<ResponseEncoder, JamesImapCommand> commands =
      VirtualField.find(ResponseEncoder.class, JamesImapCommand.class);
  private static final VirtualField<AbstractImapRequest, JamesImapCommand> requests =
      VirtualField.find(AbstractImapRequest.class, JamesImapCommand.class);

  private final JamesImapConnection connection;
  private final ImapMessage message;
  private final ImapCommand command;
  private JamesSelect select;
  private boolean replied;
  private boolean done;

  private JamesImapCommand(
      JamesImapConnection connection, ImapMessage message, ImapCommand command) {
    this.connection = connection;
    this.message = message;
    this.command = command;
    // What James decoded into an answer has no other.
    this.replied = !(message instanceof ImapRequest);
  }

  /** James was handed what it decoded; null where it is not of a connection that we know. */
  public static JamesImapCommand start(ImapMessage message, Object responder, Object session) {
    JamesImapConnection connection = JamesImapConnection.of(session);
    if (connection == null || !(responder instanceof ResponseEncoder)) {
      return null;
    }
    JamesImapCommand started =
        new JamesImapCommand(
            connection,
            message,
            JamesImapRequest.command(connection, (NettyImapSession) session, message));
    commands.set((ResponseEncoder) responder, started);
    if (message instanceof AbstractImapRequest) {
      requests.set((AbstractImapRequest) message, started);
    }
    return started;
  }

  /** The command whose responses this encoder writes, or null. */
  static JamesImapCommand of(Object responder) {
    return responder instanceof ResponseEncoder ? commands.get((ResponseEncoder) responder) : null;
  }

  /** James has too much to do: it answers with another encoder, and never begins the work. */
  static void rejected(ImapMessage message) {
    JamesImapCommand rejected =
        message instanceof AbstractImapRequest ? requests.get((AbstractImapRequest) message) : null;
    if (rejected != null) {
      rejected.command.reply(ImapStatus.NO, null);
      rejected.command.end();
    }
  }

  /** Makes the command current on this thread. */
  public Scope attach() {
    return command.attach();
  }

  ImapCommand command() {
    return command;
  }

  /** Whether this message is all that there is: James could not read the line. */
  boolean isAnsweredBy(Object response) {
    return response == message;
  }

  /** The command asks the client for a line. */
  void continued() {
    command.continued();
    connection.waits(this);
  }

  /** The response that completes the command was written. */
  synchronized void replied(ImapStatus status, String code) {
    command.reply(status, code);
    if (status == ImapStatus.OK && command.name().name().equals("STARTTLS")) {
      connection.startsTls();
    }
    replied = true;
    endIfComplete();
  }

  /** James takes leave; LOGOUT is answered after that. */
  synchronized void bye() {
    command.bye();
    replied = true;
    endIfComplete();
  }

  /** The work or a response failed, for which James closes the connection. */
  void failed(Throwable failure) {
    command.failed(failure);
    connection.failed(failure);
  }

  /** The work is done, or failed. Never throws. */
  void done(Throwable failure) {
    try {
      finish(failure);
    } catch (Throwable e) {
      logger.log(FINE, "mailscope: the end of a command failed", e);
    }
  }

  private synchronized void finish(Throwable failure) {
    done = true;
    if (failure != null) {
      failed(failure);
      replied = true;
    }
    endIfComplete();
  }

  private void endIfComplete() {
    if (done && replied) {
      if (connection.waiting() == this) {
        connection.waits(null);
      }
      command.end();
    }
  }

  void selects(JamesSelect select) {
    this.select = select;
  }

  /** The mailbox that is being selected, or null. */
  JamesSelect select() {
    return select;
  }
}
