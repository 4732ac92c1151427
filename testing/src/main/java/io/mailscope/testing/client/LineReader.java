// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads lines, and keeps every byte that it has read. */
final class LineReader {

  private final InputStream in;
  private final ByteArrayOutputStream transcript = new ByteArrayOutputStream();

  LineReader(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /** The next line without its line end, LF or CRLF; null at the end. */
  String readLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int next = read();
    if (next < 0) {
      return null;
    }
    while (next >= 0 && next != '\n') {
      line.write(next);
      next = read();
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  /** The next byte; below 0 at the end. */
  int read() throws IOException {
    int next = in.read();
    if (next >= 0) {
      transcript.write(next);
    }
    return next;
  }

  String transcript() {
    return transcript.toString(StandardCharsets.ISO_8859_1);
  }
}
