// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import static java.util.logging.Level.FINE;

import io.mailscope.imap.ImapCommand;
import io.mailscope.imap.ImapStatus;
import io.opentelemetry.context.Scope;
import java.util.logging.Logger;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.message.request.ImapRequest;

/**
 * A command and its responses. It ends when its work is done and its tagged response was written,
 * whichever comes last. Thread-safe.
 */
public abstract class JamesImapExchange {

  private static final Logger logger = Logger.getLogger("mailscope");

  private final ImapMessage message;
  private final ImapCommand command;
  private JamesSelect select;
  private Throwable unwritten;
  private boolean replied;
  private boolean done;

  /**
   * @param message what James decoded: a request, or already the answer
   */
  protected JamesImapExchange(ImapMessage message, ImapCommand command) {
    this.message = message;
    this.command = command;
    // What James decoded into an answer has no other.
    this.replied = !(message instanceof ImapRequest);
  }

  /** The command asks the client for a line, or asks for no more. */
  protected abstract void waits(boolean waiting);

  /** James will encrypt what follows. */
  protected abstract void startsTls();

  /** The work failed: James will close the connection. */
  protected abstract void broken(Throwable failure);

  /** Makes the command current on this thread. */
  public final Scope attach() {
    return command.attach();
  }

  /** The command. */
  public final ImapCommand command() {
    return command;
  }

  /** Whether this message is all that there is: James could not read the line. */
  final boolean isAnsweredBy(Object response) {
    return response == message;
  }

  /** The command asks the client for a line, unless it has ended meanwhile. */
  final synchronized void continued() {
    if (!(done && replied)) {
      command.continued();
      waits(true);
    }
  }

  /**
   * Whether the response just now could not be written, which is James' fault.
   *
   * @param failure the last one of James' encoder, which keeps it; null if there was none
   */
  final synchronized boolean isUnwritten(Throwable failure) {
    if (failure == unwritten) {
      return false;
    }
    unwritten = failure;
    command.failed(failure);
    return true;
  }

  /** The response that completes the command was written. */
  final synchronized void replied(ImapStatus status, String code) {
    command.reply(status, code);
    if (status == ImapStatus.OK && command.name().name().equals("STARTTLS")) {
      startsTls();
    }
    replied = true;
    endIfComplete();
  }

  /** James takes leave; LOGOUT is answered after that. */
  final synchronized void bye() {
    command.bye();
    replied = true;
    endIfComplete();
  }

  /** The work is done, or failed. Never throws. */
  public final void done(Throwable failure) {
    try {
      finish(failure);
    } catch (Throwable e) {
      logger.log(FINE, "mailscope: the end of a command failed", e);
    }
  }

  private synchronized void finish(Throwable failure) {
    done = true;
    if (failure != null) {
      command.failed(failure);
      broken(failure);
      replied = true;
    }
    endIfComplete();
  }

  private void endIfComplete() {
    if (done && replied) {
      waits(false);
      command.end();
    }
  }

  final void selects(JamesSelect select) {
    this.select = select;
  }

  /** The mailbox that is being selected, or null. */
  final JamesSelect select() {
    return select;
  }
}
