// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core;

/** The version of mailscope, written by the build; it is the version of every scope. */
public final class MailscopeVersion {

  /** For example {@code 1.2.0}. */
  public static final String VERSION = "${project.version}";

  private MailscopeVersion() {}
}
