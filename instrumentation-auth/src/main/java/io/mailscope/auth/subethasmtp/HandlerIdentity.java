// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.subethasmtp;

import java.lang.reflect.Method;
import java.security.Principal;

/** {@code AuthenticationHandler.getIdentity()}, by the interface of whichever package it is in. */
final class HandlerIdentity {

  private HandlerIdentity() {}

  /** The user's name; null where the application has something else for an identity. */
  static String of(Object handler) {
    for (Class<?> type = handler.getClass(); type != null; type = type.getSuperclass()) {
      for (Class<?> implemented : type.getInterfaces()) {
        if (implemented.getSimpleName().equals("AuthenticationHandler")) {
          return name(implemented, handler);
        }
      }
    }
    return null;
  }

  private static String name(Class<?> type, Object handler) {
    Object identity;
    try {
      Method method = type.getMethod("getIdentity");
      identity = method.invoke(handler);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
    // Of anything else it is not known what its text would tell.
    if (identity instanceof Principal) {
      return ((Principal) identity).getName();
    }
    return identity instanceof String ? (String) identity : null;
  }
}
