// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import io.mailscope.core.catalog.MailProtocol;
import io.mailscope.core.session.CloseReason;
import io.mailscope.imap.ImapCommand;
import io.mailscope.imap.ImapStatus;
import io.netty.channel.Channel;
import io.netty.handler.codec.TooLongFrameException;
import org.apache.james.imapserver.netty.ReactiveThrottler;

/** What arrives at the end of James' pipeline as an exception. */
public final class JamesImapFailure {

  private JamesImapFailure() {}

  /** James logs it, answers it, or closes the connection. */
  public static void caught(Channel channel, Throwable failure) {
    JamesImapConnection connection = JamesImapConnection.of(channel);
    if (connection == null) {
      return;
    }
    if (failure instanceof TooLongFrameException) {
      tooLong(connection);
    } else if (!(failure instanceof ReactiveThrottler.RejectedException)
        && !connection.hasFailedBy(failure)
        && !connection.session().lost(failure)) {
      // A line that nobody can read, or plain text behind STARTTLS.
      connection.session().closing(CloseReason.OTHER);
    }
  }

  /** A line that James does not read; it says BAD and lives on. */
  private static void tooLong(JamesImapConnection connection) {
    ImapCommand command =
        connection
            .session()
            .startDetached(connection.state(), MailProtocol.IMAP.commands().other());
    command.reply(ImapStatus.BAD, null);
    command.end();
  }
}
