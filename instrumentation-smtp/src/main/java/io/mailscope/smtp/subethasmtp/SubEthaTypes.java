// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.subethasmtp;

/** The names of SubEtha's classes, in its own package and in a copy's. */
final class SubEthaTypes {

  /** SubEtha itself, from whichever publisher. */
  static final String SUBETHA = "org.subethamail.smtp.";

  /** The copy in fake-smtp-server. */
  static final String FAKE_SMTP_SERVER = "de.gessnerfl.fakesmtp.smtp.";

  private SubEthaTypes() {}

  /**
   * All names of a class.
   *
   * @param names where it is, or was, below the package
   */
  static String[] named(String... names) {
    String[] all = new String[names.length * 2];
    for (int i = 0; i < names.length; i++) {
      all[2 * i] = SUBETHA + names[i];
      all[2 * i + 1] = FAKE_SMTP_SERVER + names[i];
    }
    return all;
  }
}
