// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james;

import io.mailscope.pop3.Pop3Command;
import io.mailscope.pop3.Pop3Session;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A message on its way to the client: counts the octets of content that are read to be sent, as
 * they are behind James' dot-stuffing, and ends the command when it is closed. Not thread-safe, as
 * any stream.
 */
public final class JamesPop3Content extends FilterInputStream {

  private static final int TERMINATOR = ".\r\n".length();

  private final Pop3Command command;
  private long octets;
  private long stuffed;
  private boolean atEnd;
  private boolean closed;
  private int beforeLast = '\r';
  private int last = '\n';

  private JamesPop3Content(InputStream content, Pop3Command command) {
    super(content);
    this.command = command;
  }

  /** The same content, counted if it answers a command; that goes on until it is closed. */
  public static InputStream of(InputStream content) {
    Pop3Session session = Pop3Session.current();
    Pop3Command command = session == null ? null : session.command();
    if (content == null || command == null || !command.isSending()) {
      return content;
    }
    command.detach();
    return new JamesPop3Content(content, command);
  }

  @Override
  public int read() throws IOException {
    try {
      int octet = super.read();
      if (octet < 0) {
        atEnd = true;
      } else {
        octets++;
        see(octet);
      }
      return octet;
    } catch (IOException | RuntimeException e) {
      command.failed(e);
      throw e;
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      int count = super.read(buffer, offset, length);
      if (count < 0) {
        atEnd = true;
      } else {
        octets += count;
        for (int i = offset; i < offset + count; i++) {
          see(buffer[i]);
        }
      }
      return count;
    } catch (IOException | RuntimeException e) {
      command.failed(e);
      throw e;
    }
  }

  /** A dot that begins a line was put before another, or before the end. */
  private void see(int octet) {
    if (octet == '.' && last == '\n' && beforeLast == '\r') {
      stuffed++;
    }
    beforeLast = last;
    last = octet;
  }

  @Override
  public void close() throws IOException {
    try {
      super.close();
    } finally {
      end();
    }
  }

  private void end() {
    if (closed) {
      return;
    }
    closed = true;
    if (atEnd) {
      // The last dot ends the message and is none of its own.
      command.content(octets - stuffed - TERMINATOR + 1);
      command.sent();
    } else {
      command.content(octets - stuffed);
      command.cut();
    }
    command.end();
  }
}
