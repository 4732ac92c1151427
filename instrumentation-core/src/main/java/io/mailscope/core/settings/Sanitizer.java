// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.settings;

/** Makes a string that a client can influence fit to be recorded. */
public final class Sanitizer {

  /** No recorded string is longer, in UTF-16 units. */
  public static final int MAX_LENGTH = 256;

  private Sanitizer() {}

  /**
   * Cuts at {@link #MAX_LENGTH}, never through a surrogate pair, and replaces control characters by
   * {@code ?}.
   *
   * @return the same instance where nothing changes; null for null
   */
  public static String clean(String value) {
    if (value == null) {
      return null;
    }
    int end = end(value);
    for (int i = 0; i < end; i++) {
      if (Character.isISOControl(value.charAt(i))) {
        return replaceControls(value, i, end);
      }
    }
    return end == value.length() ? value : value.substring(0, end);
  }

  private static int end(String value) {
    if (value.length() <= MAX_LENGTH) {
      return value.length();
    }
    boolean splitsPair =
        Character.isHighSurrogate(value.charAt(MAX_LENGTH - 1))
            && Character.isLowSurrogate(value.charAt(MAX_LENGTH));
    return splitsPair ? MAX_LENGTH - 1 : MAX_LENGTH;
  }

  private static String replaceControls(String value, int first, int end) {
    char[] chars = new char[end];
    value.getChars(0, end, chars, 0);
    for (int i = first; i < end; i++) {
      if (Character.isISOControl(chars[i])) {
        chars[i] = '?';
      }
    }
    return new String(chars);
  }
}
