// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import java.lang.reflect.Method;

/** Which users' repositories check in James' own way. Thread-safe. */
final class JamesRepositories {

  private static final String JAMES = "org.apache.james.";

  // Kept with the class, so that it keeps none alive.
  private static final ClassValue<Boolean> OF_JAMES =
      new ClassValue<Boolean>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return whoseTest(type);
        }
      };

  private JamesRepositories() {}

  /** Whether its check is James' own. Another repository need not have its users verify. */
  static boolean isJames(Object repository) {
    return OF_JAMES.get(repository.getClass());
  }

  private static boolean whoseTest(Class<?> repository) {
    try {
      for (Class<?> type = repository; type != null; type = type.getSuperclass()) {
        for (Method method : type.getDeclaredMethods()) {
          if (method.getName().equals("test") && method.getParameterCount() == 2) {
            return type.getName().startsWith(JAMES);
          }
        }
      }
    } catch (LinkageError e) {
      // A method of it is about a class that is not there: whose it is can't be told.
      return false;
    }
    return false;
  }
}
