// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.auth;

/** How a client proves who it is: a SASL mechanism (RFC 4422) or its protocol's own way. */
public enum AuthMechanism {
  /** RFC 4616. */
  PLAIN(true),
  /** The unregistered SASL mechanism, and the command LOGIN of IMAP. */
  LOGIN(true),
  /** The bearer token of Google and Microsoft. */
  XOAUTH2(true),
  /** RFC 7628. */
  OAUTHBEARER(true),
  /** RFC 2195. */
  CRAM_MD5(true),
  /** RFC 1939 section 7. */
  APOP(false),
  /** USER and PASS of RFC 1939. */
  USERPASS(false),
  /** RFC 4422 appendix A. */
  EXTERNAL(true),
  /** A mechanism that is not on this list. The client's own word is never kept. */
  OTHER(false);

  private final boolean sasl;
  private final String wireName = name().equals("OTHER") ? "_OTHER" : name().replace('_', '-');

  AuthMechanism(boolean sasl) {
    this.sasl = sasl;
  }

  /** The name as emitted. */
  public String wireName() {
    return wireName;
  }

  /**
   * Looks up what a client named after AUTH or AUTHENTICATE, case-insensitively; not null. {@code
   * APOP} and {@code USERPASS} are ours to tell, no client can name them.
   */
  public static AuthMechanism of(String name) {
    if (name != null) {
      for (AuthMechanism mechanism : values()) {
        if (mechanism.sasl && mechanism.wireName.equalsIgnoreCase(name)) {
          return mechanism;
        }
      }
    }
    return OTHER;
  }
}
