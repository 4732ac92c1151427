// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3;

import io.mailscope.core.meter.ReplyClasses;

/**
 * Reads the status of a reply line (RFC 1939 section 3) and the response code in it (RFC 2449
 * section 8), never its text.
 */
final class Pop3Reply {

  /** Index of {@code OK} in {@link ReplyClasses#POP3}. */
  static final int OK = 1;

  /** Index of {@code ERR}. */
  static final int ERR = 2;

  private static final int MAX_CODE_LENGTH = 32;

  private Pop3Reply() {}

  /** The status, or {@link ReplyClasses#NONE} where the line is no reply but a continuation. */
  static int status(String line) {
    if (line.startsWith("+OK")) {
      return OK;
    }
    return line.startsWith("-ERR") ? ERR : ReplyClasses.NONE;
  }

  /** The first word of the response code, {@code SYS/TEMP}, or null where the line has none. */
  static String code(String line) {
    int from = line.indexOf(' ') + 2;
    if (from < 2 || from >= line.length() || line.charAt(from - 1) != '[') {
      return null;
    }
    int to = from;
    while (to < line.length() && isCodeChar(line.charAt(to))) {
      to++;
    }
    // What is no word of a code is free text that happens to stand in brackets.
    boolean ends = to < line.length() && (line.charAt(to) == ']' || line.charAt(to) == ' ');
    return ends && to > from && to - from <= MAX_CODE_LENGTH ? line.substring(from, to) : null;
  }

  /** Whether a response code tells of a failure of the server (RFC 3206 section 4). */
  static boolean isServerFault(String code) {
    return code != null
        && (code.equalsIgnoreCase("SYS") || code.regionMatches(true, 0, "SYS/", 0, 4));
  }

  private static boolean isCodeChar(char c) {
    return c >= 'A' && c <= 'Z'
        || c >= 'a' && c <= 'z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '/'
        || c == '_';
  }
}
