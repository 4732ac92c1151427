// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What clients send as credentials. */
public final class Sasl {

  private Sasl() {}

  /** RFC 4616, without an authorization identity. */
  public static String plain(String user, String password) {
    return base64("\0" + user + "\0" + password);
  }

  public static String xoauth2(String user, String token) {
    return base64("user=" + user + "\u0001auth=Bearer " + token + "\u0001\u0001");
  }

  public static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
