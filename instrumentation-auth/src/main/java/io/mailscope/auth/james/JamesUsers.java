// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import static java.lang.Boolean.TRUE;

import java.util.Optional;

/** What James asks its users' repository for, and that its users. */
public final class JamesUsers {

  private JamesUsers() {}

  /** The repository begins to check; null where that is part of no attempt. */
  public static UserCheck start(Object user) {
    return UserCheck.start(UserName.of(user));
  }

  /**
   * It has checked.
   *
   * @param answer whether they are right; since James 3.9 whose they are, if they are
   */
  public static void end(UserCheck check, Object repository, Object answer, Throwable failure) {
    if (check != null) {
      check.end(
          repository,
          answer instanceof Optional ? ((Optional<?>) answer).isPresent() : TRUE.equals(answer),
          failure);
    }
  }

  /** A user was looked up: null where there is none. */
  public static void lookedUp(Object user) {
    CredentialCheck check = user == null ? CredentialCheck.current() : null;
    if (check != null) {
      check.unknownUser();
    }
  }

  /** A user has compared the password. */
  public static void verified(boolean right) {
    CredentialCheck check = CredentialCheck.current();
    if (check != null) {
      check.verified(right);
    }
  }
}
