// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap;

/** A section of a message as FETCH names it (RFC 9051 section 6.4.5). */
final class ImapSection {

  private ImapSection() {}

  /**
   * Whether the section is message content: not for header and MIME fields.
   *
   * @param section what stands between the brackets: {@code ""}, {@code TEXT}, {@code 1.2}, {@code
   *     1.MIME}, {@code HEADER.FIELDS (SUBJECT)}
   */
  static boolean isContent(String section) {
    int text = 0;
    while (text < section.length() && isPartNumber(section.charAt(text))) {
      text++;
    }
    return !section.regionMatches(true, text, "HEADER", 0, "HEADER".length())
        && !section.regionMatches(true, text, "MIME", 0, "MIME".length());
  }

  private static boolean isPartNumber(char c) {
    return c >= '0' && c <= '9' || c == '.';
  }
}
