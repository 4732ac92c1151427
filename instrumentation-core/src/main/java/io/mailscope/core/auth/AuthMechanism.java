// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.auth;

/** How a client proves who it is: a SASL mechanism (RFC 4422) or its protocol's own way. */
public enum AuthMechanism {
  PLAIN,
  LOGIN,
  XOAUTH2,
  OAUTHBEARER,
  CRAM_MD5,
  /** RFC 1939 section 7. */
  APOP,
  /** USER and PASS of RFC 1939. */
  USERPASS,
  EXTERNAL,
  /** A mechanism that is not on this list. The client's own word is never kept. */
  OTHER;

  private final String wireName = name().equals("OTHER") ? "_OTHER" : name().replace('_', '-');

  /** The name as emitted. */
  public String wireName() {
    return wireName;
  }

  /** Looks a SASL mechanism's name up, case-insensitively; not null. */
  public static AuthMechanism of(String name) {
    if (name != null) {
      for (AuthMechanism mechanism : values()) {
        if (mechanism.wireName.equalsIgnoreCase(name)) {
          return mechanism;
        }
      }
    }
    return OTHER;
  }
}
