// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james.netty4;

import io.mailscope.smtp.SmtpCommand;
import io.mailscope.smtp.james.JamesSmtpConnection;
import io.netty.buffer.ByteBuf;
import io.opentelemetry.context.Scope;
import org.apache.james.protocols.api.ProtocolSession;

/** A line that a command asked for, in a buffer of Netty 4. */
public final class Netty4SmtpLine {

  private Netty4SmtpLine() {}

  /** It was read. The command is current until the scope is closed, if there is one. */
  public static Scope read(ProtocolSession james, Object message) {
    SmtpCommand command = JamesSmtpConnection.awaiting(james);
    if (command == null || !(message instanceof ByteBuf)) {
      return null;
    }
    ByteBuf line = (ByteBuf) message;
    int octets = line.readableBytes();
    int from = line.readerIndex();
    return octets < 2
        ? JamesSmtpConnection.line(command, octets, (byte) '\n', (byte) 0)
        : JamesSmtpConnection.line(
            command, octets, line.getByte(from), line.getByte(from + octets - 2));
  }
}
