// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.subethasmtp;

import io.mailscope.core.session.CloseReason;
import java.io.IOException;
import java.io.InputStream;

/**
 * The data of DATA as it leaves the stream that ends at the final dot: counts its octets by RFC
 * 1870, and sees its end. SubEtha reads it octet by octet, so nothing but that is done here.
 */
final class MessageData extends InputStream {

  private static final int CRLF = '\r' << 8 | '\n';
  private static final int TWO_OCTETS = 0xFFFF;

  private final InputStream data;
  private final SubEthaSession session;
  private long octets;
  // The first line begins like one that follows another.
  private int last = CRLF;

  MessageData(InputStream data, SubEthaSession session) {
    this.data = data;
    this.session = session;
  }

  @Override
  public int read() throws IOException {
    int octet;
    try {
      octet = data.read();
    } catch (IOException e) {
      if (!session.broken(e)) {
        // 3.1.5 and before have no type of their own for a connection that ends in the message.
        session.leave(CloseReason.EOF);
      }
      throw e;
    }
    if (octet < 0) {
      session.received(octets + withheld());
    } else {
      if (octet != '.' || last != CRLF) {
        octets++;
      }
      last = (last << 8 | octet) & TWO_OCTETS;
    }
    return octet;
  }

  /** The CRLF before the final dot, which 3.1.5 and before take for a part of the end. */
  private int withheld() {
    return data.getClass().getSimpleName().equals("CharTerminatedInputStream") ? 2 : 0;
  }

  @Override
  public int available() throws IOException {
    return data.available();
  }

  @Override
  public void close() throws IOException {
    data.close();
  }
}
