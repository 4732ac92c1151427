// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.subethasmtp;

import io.mailscope.core.session.CloseReason;
import io.mailscope.core.session.Peer;
import io.mailscope.smtp.SmtpCommand;
import io.mailscope.smtp.SmtpSession;
import io.opentelemetry.context.Scope;
import java.net.Socket;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLSocket;

/** A connection to a SubEtha server. Confined to the thread that serves it. */
final class SubEthaSession extends SmtpSession {

  private static final String AUTH = "AUTH";
  private static final String STARTTLS = "STARTTLS";

  private final MessageChunks chunks = new MessageChunks(this);
  private final SubEthaSave save = new SubEthaSave();
  private Throwable unreadable;
  private boolean timedOut;
  private boolean handshake;

  SubEthaSession(Peer peer) {
    super(newId(), peer);
    reuseCommands();
  }

  MessageChunks chunks() {
    return chunks;
  }

  Scope begin(String line) {
    return start(line).attach();
  }

  void read(String line, Throwable failure) {
    SmtpCommand command = command();
    if (failure != null) {
      if (!broken(failure)) {
        // The client's fault, which the server answers and then closes the connection.
        unreadable = failure;
        if (command == null) {
          start("");
        }
      }
    } else if (line == null) {
      leave(CloseReason.EOF);
    } else if (command == null) {
      if (chunks.isOpen()) {
        start(line);
        chunks.command(line);
      }
    } else if (line.trim().equals("*")) {
      command.auth().cancelled();
    }
  }

  /**
   * Reading from the connection failed.
   *
   * @return whether the connection is to blame, and not what was read
   */
  boolean broken(Throwable failure) {
    CloseReason reason = CloseReason.of(failure);
    if (reason != null) {
      timedOut = failure instanceof SocketTimeoutException;
      leave(reason);
    }
    return reason != null;
  }

  /** The connection is gone; the first reason says most. */
  void leave(CloseReason reason) {
    if (!isLost()) {
      lost(reason);
    }
  }

  void reply(String line, int recipients) {
    save.recipients(recipients);
    SmtpCommand command = command();
    if (command == null || isLost() && !timedOut) {
      return;
    }
    if (timedOut) {
      command.deliberate();
    }
    command.reply(line);
    handshake =
        command.name().name().equals(STARTTLS) && command.isAnswered() && line.startsWith("220");
  }

  void replied() {
    SmtpCommand command = command();
    if (command != null && command.isAnswered() && !isMoreToCome(command)) {
      save.end(null);
      command.end();
    }
  }

  private boolean isMoreToCome(SmtpCommand command) {
    // 5.2 answers the last chunk before its handler has seen the end, and once more behind it; and
    // who has logged in SubEtha remembers only behind the reply.
    return command.isReceived() && chunks.isOpen() || command.name().name().equals(AUTH);
  }

  void address(String address) {
    SmtpCommand command = command();
    if (command != null && command.name().name().equals("MAIL")) {
      save.from(address);
    }
  }

  /** The message is complete. */
  void received(long size) {
    SmtpCommand command = command();
    if (command != null && !command.isReceived()) {
      command.received(size);
      save.start(command, size);
    }
  }

  void continuesOn(Socket socket) {
    handshake = false;
    if (socket instanceof SSLSocket) {
      peer().tls((SSLSocket) socket);
    }
  }

  void handled(Throwable failure) {
    chunks.close();
    if (handshake) {
      // The client was told to go on, and no encrypted socket followed.
      leave(CloseReason.TLS_FAILURE);
    }
    SmtpCommand command = command();
    if (command == null) {
      return;
    }
    if (failure == null || isLost() && !timedOut) {
      save.end(null);
      command.end();
    } else if (failure == unreadable || chunks.isBroken() || SubEthaFailure.isRefusal(failure)) {
      command.deliberate();
    } else if (!timedOut) {
      failed(failure);
    }
  }

  /** The server failed; its reply is still to come. */
  void failed(Throwable failure) {
    closing(CloseReason.ERROR);
    SmtpCommand command = command();
    if (command != null) {
      command.failed(failure);
      save.end(failure);
    }
  }

  void closed(boolean quitting, Throwable failure) {
    if (quitting) {
      // By its own command, which told so, or from outside: then nothing else matters.
      lost(CloseReason.SERVER_STOP);
    }
    save.end(null);
    close(failure);
  }
}
