// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import io.mailscope.testing.server.GreenMailServer;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.function.Predicate;

/** Gives a user of a running GreenMail (2.1.3 or newer) a token validator, as applications do. */
final class OwnAuthenticator {

  private OwnAuthenticator() {}

  static void install(GreenMailServer server, String login, Predicate<String> validator) {
    try {
      Object user = Users.find(server, login);
      Class<?> type = server.classLoader().loadClass("com.icegreen.greenmail.user.TokenValidator");
      InvocationHandler handler = (proxy, method, args) -> validator.test((String) args[0]);
      Object proxy = Proxy.newProxyInstance(server.classLoader(), new Class<?>[] {type}, handler);
      user.getClass().getMethod("setTokenValidator", type).invoke(user, proxy);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
