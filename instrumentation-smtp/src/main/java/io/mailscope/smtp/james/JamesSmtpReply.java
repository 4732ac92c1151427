// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.mailscope.smtp.SmtpCommand;

/** Replies as James sends them: all lines of an answer at once, each ending in CRLF. */
final class JamesSmtpReply {

  private static final int CODE_LENGTH = 3;

  private JamesSmtpReply() {}

  /** Notes what answers a command: for a message by LMTP one reply for each recipient. */
  static void note(SmtpCommand command, byte[] lines, boolean lmtp) {
    if (lmtp && command.isReceived()) {
      noteAll(command, lines);
    } else {
      command.reply(line(lines, startOfLast(lines)));
    }
  }

  private static void noteAll(SmtpCommand command, byte[] lines) {
    int accepted = 0;
    int refused = 0;
    int highest = -1;
    for (int from = 0; from + CODE_LENGTH < lines.length; from = next(lines, from)) {
      if (lines[from + CODE_LENGTH] != '-') {
        if (lines[from] == '2') {
          accepted++;
        } else {
          refused++;
        }
        if (highest < 0 || isHigher(lines, from, highest)) {
          highest = from;
        }
      }
    }
    if (highest >= 0) {
      command.replies(line(lines, highest), accepted, refused);
    }
  }

  private static boolean isHigher(byte[] lines, int one, int other) {
    for (int i = 0; i < CODE_LENGTH; i++) {
      int difference = lines[one + i] - lines[other + i];
      if (difference != 0) {
        return difference > 0;
      }
    }
    return false;
  }

  private static int next(byte[] lines, int from) {
    int next = from;
    while (next < lines.length && lines[next] != '\n') {
      next++;
    }
    return next + 1;
  }

  private static int startOfLast(byte[] lines) {
    int start = lines.length - 1;
    while (start > 0 && lines[start - 1] != '\n') {
      start--;
    }
    return start;
  }

  private static String line(byte[] lines, int from) {
    int to = next(lines, from) - 1;
    return new String(
        lines, from, (to > from && lines[to - 1] == '\r' ? to - 1 : to) - from, ISO_8859_1);
  }
}
