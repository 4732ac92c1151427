// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.subethasmtp;

import io.mailscope.core.session.CloseReason;
import java.io.IOException;
import java.io.InputStream;

/** What the stream of chunks reads from: the chunks, and the commands between them. */
final class ChunkedData extends InputStream {

  private final InputStream data;
  private final MessageChunks chunks;
  private final SubEthaSession session;

  ChunkedData(InputStream data, MessageChunks chunks, SubEthaSession session) {
    this.data = data;
    this.chunks = chunks;
    this.session = session;
  }

  @Override
  public int read() throws IOException {
    try {
      int octet = data.read();
      read(octet < 0 ? -1 : 1);
      return octet;
    } catch (IOException e) {
      session.broken(e);
      throw e;
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      int count = data.read(buffer, offset, length);
      read(count);
      return count;
    } catch (IOException e) {
      session.broken(e);
      throw e;
    }
  }

  private void read(int count) {
    if (chunks.left() > 0) {
      if (count < 0) {
        session.leave(CloseReason.EOF);
      } else {
        chunks.read(Math.min(count, chunks.left()));
      }
    }
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
