// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp;

/**
 * Reads a reply line (RFC 5321 section 4.2) and the enhanced status code in it (RFC 3463), never
 * its text.
 */
final class SmtpReply {

  private static final int CODE_LENGTH = 3;
  private static final int MAX_DETAIL_DIGITS = 3;

  private SmtpReply() {}

  /** The reply code, or 0 where the line has none. */
  static int code(String line) {
    if (line == null || line.length() < CODE_LENGTH) {
      return 0;
    }
    int code = 0;
    for (int i = 0; i < CODE_LENGTH; i++) {
      char c = line.charAt(i);
      if (c < '0' || c > '9') {
        return 0;
      }
      code = code * 10 + (c - '0');
    }
    return code;
  }

  /** The enhanced status code, {@code 5.7.8}, or null where the line has none. */
  static String enhancedCode(String line) {
    int from = CODE_LENGTH + 1;
    // Its class must be the reply's own (RFC 2034 section 4), else it is text that looks like one.
    if (line == null
        || line.length() < from + 5
        || line.charAt(from) != line.charAt(0)
        || line.charAt(from + 1) != '.') {
      return null;
    }
    int subject = digits(line, from + 2);
    if (subject == 0 || !isAt(line, from + 2 + subject, '.')) {
      return null;
    }
    int detailFrom = from + 2 + subject + 1;
    int detail = digits(line, detailFrom);
    int to = detailFrom + detail;
    if (detail == 0 || to < line.length() && line.charAt(to) != ' ') {
      return null;
    }
    return line.substring(from, to);
  }

  private static int digits(String line, int from) {
    int count = 0;
    while (count < MAX_DETAIL_DIGITS
        && from + count < line.length()
        && Character.digit(line.charAt(from + count), 10) >= 0) {
      count++;
    }
    return count;
  }

  private static boolean isAt(String line, int index, char expected) {
    return index < line.length() && line.charAt(index) == expected;
  }
}
