// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import io.mailscope.testing.server.GreenMailServer;

/** The user manager of a running GreenMail. */
final class Users {

  private Users() {}

  /** The {@code com.icegreen.greenmail.user.UserManager}. */
  static Object of(GreenMailServer server) {
    return call(call(server.greenMail(), "getManagers"), "getUserManager");
  }

  /** The {@code com.icegreen.greenmail.user.GreenMailUser} of a login. */
  static Object find(GreenMailServer server, String login) {
    try {
      Object users = of(server);
      return users.getClass().getMethod("getUser", String.class).invoke(users, login);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object call(Object target, String method) {
    try {
      return target.getClass().getMethod(method).invoke(target);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
