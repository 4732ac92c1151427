// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import static java.lang.Boolean.TRUE;

import java.util.Optional;

/** What James asks its users' repository for, and that its users. */
public final class JamesUsers {

  private static final ServersCopy james =
      new ServersCopy(JamesUsers.class, "org.apache.james.user.api.UsersRepository");

  private JamesUsers() {}

  /**
   * The repository begins to check.
   *
   * @return for {@link #end}; null where that is part of no attempt
   */
  public static Object start(Object user) throws Throwable {
    return james.isElsewhere() ? james.call("start", user) : UserCheck.start(UserName.of(user));
  }

  /**
   * It has checked.
   *
   * @param answer whether they are right; since James 3.9 whose they are, if they are
   */
  public static void end(Object check, Object repository, Object answer, Throwable failure)
      throws Throwable {
    if (james.isElsewhere()) {
      james.call("end", check, repository, answer, failure);
    } else if (check != null) {
      ((UserCheck) check)
          .end(
              repository,
              answer instanceof Optional ? ((Optional<?>) answer).isPresent() : TRUE.equals(answer),
              failure);
    }
  }

  /** A user was looked up: null where there is none. */
  public static void lookedUp(Object user) throws Throwable {
    if (user != null) {
      return;
    }
    if (james.isElsewhere()) {
      james.call("lookedUp", user);
      return;
    }
    CredentialCheck check = CredentialCheck.current();
    if (check != null) {
      check.unknownUser();
    }
  }

  /** A user has compared the password. */
  public static void verified(boolean right) throws Throwable {
    if (james.isElsewhere()) {
      james.call("verified", right);
      return;
    }
    CredentialCheck check = CredentialCheck.current();
    if (check != null) {
      check.verified(right);
    }
  }
}
