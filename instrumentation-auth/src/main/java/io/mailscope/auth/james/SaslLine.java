// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

/** The argument of AUTH (RFC 4954, RFC 5034): a mechanism, and it may be an initial response. */
final class SaslLine {

  private SaslLine() {}

  /** The mechanism as the client named it; null where there is none. */
  static String mechanism(String argument) {
    if (argument == null || argument.isEmpty()) {
      return null;
    }
    int end = argument.indexOf(' ');
    return end > 0 ? argument.substring(0, end) : argument;
  }
}
