// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

/** Reads the name of a section as James writes it into a FETCH response. */
final class JamesSection {

  private static final String RFC822 = "RFC822.";

  private JamesSection() {}

  /**
   * What stands between the brackets, in the old names (RFC 3501 section 6.4.5) too.
   *
   * @param name such as {@code BODY[1.TEXT]<0>} or {@code RFC822.HEADER}
   */
  static String of(String name) {
    int open = name.indexOf('[');
    if (open >= 0) {
      int close = name.lastIndexOf(']');
      return name.substring(open + 1, Math.max(open + 1, close));
    }
    return name.startsWith(RFC822) ? name.substring(RFC822.length()) : "";
  }

  /** Whether it holds the first octets of its section. */
  static boolean isFromStart(String name) {
    int partial = name.lastIndexOf('<');
    return partial < name.lastIndexOf(']') || partial < 0 || name.startsWith("<0>", partial);
  }
}
