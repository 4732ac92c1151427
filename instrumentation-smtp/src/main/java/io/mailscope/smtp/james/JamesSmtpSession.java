// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james;

import io.mailscope.core.session.Peer;
import io.mailscope.smtp.SmtpCommand;
import io.mailscope.smtp.SmtpSession;

/** A connection of James, whose AUTH may outlive its reply. */
final class JamesSmtpSession extends SmtpSession {

  private boolean auth;

  JamesSmtpSession(String id, Peer peer, boolean lmtp) {
    super(id, peer, lmtp);
  }

  /** James has read a command. */
  SmtpCommand read(String name) {
    SmtpCommand command = start(name);
    auth = command.name().carriesCredentials();
    return command;
  }

  /** James closes the connection after its answer, and discards what it still reads. */
  void ending() {
    auth = false;
  }

  /**
   * James has read a line in the place of a command. After it refused an answer to AUTH PLAIN as
   * malformed, 3.8 and later take each line that follows for another answer, until one can be
   * decoded: such a line is a command of its own, whatever it says.
   *
   * @return null where it belongs to nothing
   */
  SmtpCommand line() {
    SmtpCommand open = command();
    return open == null && auth ? start("") : open;
  }
}
