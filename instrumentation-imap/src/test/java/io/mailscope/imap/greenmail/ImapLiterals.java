// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.greenmail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the literals in what a client has read, each octet a character. */
final class ImapLiterals {

  private static final Pattern START = Pattern.compile("\\{(\\d+)}\r\n");

  private ImapLiterals() {}

  /**
   * The octets of all literals, each skipped by its length so that none is found inside another.
   */
  static long octets(String read) {
    long octets = 0;
    Matcher literal = START.matcher(read);
    int from = 0;
    while (literal.find(from)) {
      int length = Integer.parseInt(literal.group(1));
      octets += length;
      from = literal.end() + length;
    }
    return octets;
  }
}
