// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.greenmail;

/**
 * Reads how GreenMail announces a section: {@code {1024}} or, for a partial, {@code <0>{1024}}, in
 * some versions and sections with a blank between the two.
 */
final class GreenMailLiteral {

  private static final int MAX_DIGITS = 10;

  private GreenMailLiteral() {}

  /** Octets of the literal, or -1 where none is announced at this index. */
  static long length(CharSequence text, int from) {
    int index = from;
    if (isAt(text, index, '<')) {
      while (index < text.length() && text.charAt(index) != '>') {
        index++;
      }
      index++;
    }
    if (isAt(text, index, ' ')) {
      index++;
    }
    return isAt(text, index, '{') ? number(text, index + 1) : -1;
  }

  /** Whether the literal holds the first octets of its section. */
  static boolean isFromStart(CharSequence text, int from) {
    return !isAt(text, from, '<') || isAt(text, from + 1, '0') && isAt(text, from + 2, '>');
  }

  private static long number(CharSequence text, int from) {
    long number = 0;
    int index = from;
    while (index < text.length() && index - from < MAX_DIGITS) {
      int digit = text.charAt(index) - '0';
      if (digit < 0 || digit > 9) {
        break;
      }
      number = number * 10 + digit;
      index++;
    }
    return index > from && isAt(text, index, '}') ? number : -1;
  }

  private static boolean isAt(CharSequence text, int index, char expected) {
    return index < text.length() && text.charAt(index) == expected;
  }
}
