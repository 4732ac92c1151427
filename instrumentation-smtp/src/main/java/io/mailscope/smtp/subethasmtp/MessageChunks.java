// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.subethasmtp;

import java.io.InputStream;

/**
 * A message that comes in chunks (RFC 3030): each BDAT is a command with a reply of its own, and
 * all of them are read within the first one's {@code handleCommand}.
 */
final class MessageChunks {

  private final SubEthaSession session;
  private boolean open;
  private boolean broken;
  private boolean last;
  private long left;
  private long octets;

  MessageChunks(SubEthaSession session) {
    this.session = session;
  }

  /** Whether the server reads a message in chunks: a command that it reads then is the next one. */
  boolean isOpen() {
    return open;
  }

  /** Whether the client sent something else than a further chunk. */
  boolean isBroken() {
    return broken;
  }

  /** The server is about to read the chunks from there. */
  InputStream readFrom(InputStream data) {
    open = true;
    return new ChunkedData(data, this, session);
  }

  /** A command was read between the chunks. */
  void command(String line) {
    // Of any other it does not even look at the rest.
    broken = !line.startsWith("BDAT ");
  }

  /** A BDAT command was understood, or not. */
  void next(long size, boolean isLast, boolean wrong) {
    if (wrong) {
      broken = open;
      return;
    }
    octets = open ? octets + size : size;
    left = size;
    last = isLast;
    if (size == 0 && isLast) {
      session.received(octets);
    }
  }

  /** Octets of the chunk that are still to come. */
  long left() {
    return left;
  }

  void read(long count) {
    left -= count;
    if (left == 0 && last) {
      session.received(octets);
    }
  }

  /** The server is done with the message, or has given up. */
  void close() {
    open = false;
    left = 0;
  }
}
