// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.settings;

import java.util.Locale;

/** The one place that says which texts are values. Blank is the same as not set. */
public final class SettingParser {

  private SettingParser() {}

  /** True, false, or null where the text is neither, or blank. */
  public static Boolean bool(String text) {
    String value = normalized(text);
    if (value.equals("true")) {
      return Boolean.TRUE;
    }
    return value.equals("false") ? Boolean.FALSE : null;
  }

  /** Whether {@link Setting#CAPTURE_USER} takes the text. */
  public static boolean isCapturePolicy(String text) {
    switch (normalized(text)) {
      case "clear":
      case "hash":
      case "domain":
      case "none":
        return true;
      default:
        return false;
    }
  }

  /** Whether the text asks for hashing, which needs a key. */
  public static boolean isHash(String text) {
    return normalized(text).equals("hash");
  }

  /** Whether there is no value at all. */
  public static boolean isBlank(String text) {
    return text == null || text.trim().isEmpty();
  }

  static CapturePolicy capturePolicy(String text, String key) {
    switch (normalized(text)) {
      case "hash":
        // Hashing was asked for, so nothing readable may leave for want of a key.
        return isBlank(key) ? CapturePolicy.NONE : CapturePolicy.hash(key);
      case "domain":
        return CapturePolicy.DOMAIN;
      case "none":
        return CapturePolicy.NONE;
      default:
        return CapturePolicy.CLEAR;
    }
  }

  private static String normalized(String text) {
    return text == null ? "" : text.trim().toLowerCase(Locale.ROOT);
  }
}
