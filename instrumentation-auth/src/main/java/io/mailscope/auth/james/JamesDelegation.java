// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import io.mailscope.core.auth.FailureReason;

/** A user who would act as another. */
public final class JamesDelegation {

  private static final ServersCopy james =
      new ServersCopy(JamesDelegation.class, "org.apache.james.mailbox.Authorizator");

  private JamesDelegation() {}

  /**
   * James has decided.
   *
   * @param user whose credentials they are
   * @param state its {@code AuthorizationState}: allowed, forbidden, or no such user
   */
  public static void decided(Object user, Object state, Throwable failure) throws Throwable {
    if (james.isElsewhere()) {
      james.call("decided", user, state, failure);
      return;
    }
    CredentialCheck check = CredentialCheck.current();
    if (check == null) {
      return;
    }
    check.delegates(UserName.of(user));
    if (failure != null) {
      check.failed(failure);
    } else if (state instanceof Enum) {
      check.reason(reason(((Enum<?>) state).name()));
    }
  }

  private static FailureReason reason(String state) {
    switch (state) {
      case "ALLOWED":
        return null;
      case "UNKNOWN_USER":
        return FailureReason.USER_NOT_FOUND;
      default:
        return FailureReason.DELEGATION_FORBIDDEN;
    }
  }
}
