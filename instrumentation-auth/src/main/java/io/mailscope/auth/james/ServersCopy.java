// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * One of our classes as James itself sees it. Each class loader with a class that is advised has
 * copies of ours, with keys and statics that no other copy knows. What James loads from its
 * directory of extensions has a class loader below James' own: what is told there is passed on.
 * Thread-safe.
 */
final class ServersCopy {

  private final Class<?> own;
  private final String landmark;
  private volatile Class<?> servers;

  /**
   * @param own the class here
   * @param landmark fully qualified name of a class that only James itself has
   */
  ServersCopy(Class<?> own, String landmark) {
    this.own = own;
    this.landmark = landmark;
  }

  /** Whether this is not it, and there is one. */
  boolean isElsewhere() {
    return find() != own;
  }

  /** Calls the public static method of that name there. */
  Object call(String method, Object... arguments) throws Throwable {
    for (Method candidate : find().getMethods()) {
      if (candidate.getName().equals(method) && candidate.getParameterCount() == arguments.length) {
        try {
          return candidate.invoke(null, arguments);
        } catch (InvocationTargetException e) {
          throw e.getCause();
        }
      }
    }
    throw new NoSuchMethodException(method);
  }

  // Until James' own classes are advised there is no copy, and nothing to be passed on to.
  private Class<?> find() {
    Class<?> found = servers;
    if (found != null) {
      return found;
    }
    try {
      ClassLoader loader = Class.forName(landmark, false, own.getClassLoader()).getClassLoader();
      found = Class.forName(own.getName(), false, loader);
      servers = found;
      return found;
    } catch (ClassNotFoundException e) {
      return own;
    }
  }
}
