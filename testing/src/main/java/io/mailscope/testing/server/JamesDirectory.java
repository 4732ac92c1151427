// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;

/**
 * The directory behind a users' repository of James, with a word of a test's own to each look-up.
 */
final class JamesDirectory {

  private static final String TYPE = "org.apache.james.user.lib.UsersDAO";

  private JamesDirectory() {}

  /**
   * Puts itself between the two.
   *
   * @param asked is told of each user who is looked up, on the thread that does
   */
  static void behind(Object repository, Consumer<String> asked)
      throws ReflectiveOperationException {
    Field field = repository.getClass().getSuperclass().getDeclaredField("usersDAO");
    field.setAccessible(true);
    Object james = field.get(repository);
    ClassLoader loader = repository.getClass().getClassLoader();
    field.set(
        repository,
        Proxy.newProxyInstance(
            loader,
            new Class<?>[] {loader.loadClass(TYPE)},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getUserByName")) {
                asked.accept(name(arguments[0]));
              }
              try {
                return method.invoke(james, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private static String name(Object user) throws ReflectiveOperationException {
    return (String) user.getClass().getMethod("asString").invoke(user);
  }
}
