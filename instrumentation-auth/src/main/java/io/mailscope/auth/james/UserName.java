// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import java.lang.reflect.Method;
import java.util.Optional;

/** Names of users: strings until James 3.4, {@code Username} since, at times an optional one. */
final class UserName {

  // Not linked, since James 3.0 to 3.4 does not have it. Looked up once for each class.
  private static final ClassValue<Optional<Method>> asString =
      new ClassValue<Optional<Method>>() {
        @Override
        protected Optional<Method> computeValue(Class<?> type) {
          try {
            return Optional.of(type.getMethod("asString"));
          } catch (NoSuchMethodException e) {
            return Optional.empty();
          }
        }
      };

  private UserName() {}

  /** The name, or null. */
  static String of(Object user) {
    Object name = present(user);
    if (name == null || name instanceof String) {
      return (String) name;
    }
    try {
      Optional<Method> method = asString.get(name.getClass());
      return method.isPresent() ? (String) method.get().invoke(name) : null;
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  /** The user of a session that has been authenticated, or null. */
  static String ofSession(Object session) {
    return of(session, "getUsername");
  }

  /** The user whose credentials James decoded, or null. */
  static String ofCredentials(Object credentials) {
    return of(credentials, "getAuthenticationId");
  }

  private static String of(Object owner, String method) {
    try {
      return of(owner.getClass().getMethod(method).invoke(owner));
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  /** What an optional has, or the object itself. */
  static Object present(Object value) {
    return value instanceof Optional ? ((Optional<?>) value).orElse(null) : value;
  }
}
