// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Looks for passwords in what a process gave away, in clear, encoded and hashed. */
public final class Secrets {

  private final Set<String> forms = new LinkedHashSet<>();

  private Secrets() {}

  /** The password of a user, also as mail clients send it. */
  public static Secrets of(String user, String password) {
    Secrets secrets = new Secrets();
    secrets.add(password);
    secrets.forms.add(base64("\0" + user + "\0" + password));
    secrets.forms.add(base64(user + "\0" + user + "\0" + password));
    return secrets;
  }

  /** A further secret. */
  public Secrets and(String secret) {
    return add(secret);
  }

  /** The forms of the secrets that occur in a text or in bytes, empty if none does. */
  public List<String> foundIn(Collection<byte[]> documents) {
    Set<String> found = new LinkedHashSet<>();
    for (byte[] document : documents) {
      String text = new String(document, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
      for (String form : forms) {
        if (text.contains(form.toLowerCase(Locale.ROOT))) {
          found.add(form);
        }
      }
    }
    return List.copyOf(found);
  }

  /** As {@link #foundIn(Collection)}. */
  public List<String> foundIn(String text) {
    return foundIn(List.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  private Secrets add(String secret) {
    forms.add(secret);
    forms.add(base64(secret));
    for (String algorithm : List.of("MD5", "SHA-1", "SHA-256")) {
      forms.add(HexFormat.of().formatHex(digest(algorithm, secret)));
    }
    return this;
  }

  /** Without the padding, whose absence must not hide it. */
  private static String base64(String text) {
    return Base64.getEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] digest(String algorithm, String text) {
    try {
      return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
