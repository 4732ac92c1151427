// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james.netty3;

import io.mailscope.smtp.SmtpCommand;
import io.mailscope.smtp.james.JamesSmtpConnection;
import io.opentelemetry.context.Scope;
import org.apache.james.protocols.api.ProtocolSession;
import org.jboss.netty.buffer.ChannelBuffer;

/** A line that a command asked for, in a buffer of Netty 3. */
public final class Netty3SmtpLine {

  private Netty3SmtpLine() {}

  /** It was read. The command is current until the scope is closed, if there is one. */
  public static Scope read(ProtocolSession james, Object message) {
    SmtpCommand command = JamesSmtpConnection.awaiting(james);
    if (command == null || !(message instanceof ChannelBuffer)) {
      return null;
    }
    ChannelBuffer line = (ChannelBuffer) message;
    int octets = line.readableBytes();
    int from = line.readerIndex();
    return octets < 2
        ? JamesSmtpConnection.line(command, octets, (byte) '\n', (byte) 0)
        : JamesSmtpConnection.line(
            command, octets, line.getByte(from), line.getByte(from + octets - 2));
  }
}
