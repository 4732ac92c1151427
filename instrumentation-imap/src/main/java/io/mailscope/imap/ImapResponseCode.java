// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap;

import io.mailscope.core.settings.Sanitizer;

/** Reads the bracketed code of a response (RFC 9051 section 7.1), never its arguments. */
final class ImapResponseCode {

  private ImapResponseCode() {}

  /**
   * The first word: {@code APPENDUID} of {@code APPENDUID 38505 3955}.
   *
   * @param code what stands between the brackets, or null
   * @return null where there is no code
   */
  static String firstWord(String code) {
    if (code == null || code.isEmpty()) {
      return null;
    }
    int end = code.indexOf(' ');
    return Sanitizer.clean(end < 0 ? code : code.substring(0, end));
  }

  /** Whether the code says that the server is to blame (RFC 5530 section 3). */
  static boolean isServerFault(String word) {
    return "SERVERBUG".equals(word) || "UNAVAILABLE".equals(word) || "INUSE".equals(word);
  }
}
