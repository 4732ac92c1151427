// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

/**
 * The line of an AUTH command (RFC 4954 section 4, RFC 5034 section 4) as GreenMail reads it: words
 * between single blanks. Everything behind the mechanism is a secret and only counted.
 */
final class SaslLine {

  private final String line;
  private final int end;

  SaslLine(String line) {
    this.line = line;
    int last = line.length();
    while (last > 0 && line.charAt(last - 1) == ' ') {
      last--;
    }
    end = last;
  }

  /** The second word, or null where there is none. */
  String mechanism() {
    int blank = line.indexOf(' ');
    if (blank < 0 || blank >= end) {
      return null;
    }
    int next = line.indexOf(' ', blank + 1);
    String word = line.substring(blank + 1, next < 0 || next > end ? end : next);
    return word.isEmpty() ? null : word;
  }

  /** The number of words, empty ones between blanks included. */
  int words() {
    int words = 1;
    for (int i = 0; i < end; i++) {
      if (line.charAt(i) == ' ') {
        words++;
      }
    }
    return words;
  }
}
