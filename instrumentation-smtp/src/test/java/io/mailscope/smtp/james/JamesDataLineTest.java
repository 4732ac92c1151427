// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.mailscope.core.session.Peer;
import io.mailscope.smtp.SmtpCommand;
import io.mailscope.smtp.SmtpSession;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** What is done for each line of a message, of which there may be millions. */
class JamesDataLineTest {

  private static final int LINES = 100_000;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void nothingIsAllocated() {
    SmtpCommand command = dataCommand();
    read(command, 1);
    long before = threads.getCurrentThreadAllocatedBytes();
    read(command, LINES);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isZero();

    JamesSmtpConnection.line(command, 3, (byte) '.', (byte) '\r').close();
    assertThat(command.messageSize()).isEqualTo((LINES + 1) * 72L);
  }

  private static void read(SmtpCommand command, int lines) {
    for (int i = 0; i < lines; i++) {
      if (JamesSmtpConnection.line(command, 72, (byte) 'x', (byte) '\r') != null) {
        throw new AssertionError("The command is not to be current for a line that is but stored");
      }
    }
  }

  private static SmtpCommand dataCommand() {
    SmtpCommand command = new SmtpSession("id", Peer.UNKNOWN).start("DATA");
    command.reply("354 Ok Send data ending with <CRLF>.<CRLF>");
    return command;
  }
}
