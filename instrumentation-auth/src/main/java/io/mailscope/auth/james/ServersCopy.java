// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * One of our classes as James itself sees it. Each class loader with a class that is advised has
 * copies of ours, with keys and statics that no other copy knows. What James loads from its
 * directory of extensions has a class loader below James' own: what is told there is passed on.
 * Thread-safe.
 */
final class ServersCopy {

  private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final Class<?> own;
  private final String landmark;
  private final Map<String, Method> methods = new ConcurrentHashMap<>();
  private volatile Class<?> servers;
  private volatile long missed;

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
    try {
      return method(method, arguments.length).invoke(null, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private Method method(String name, int arguments) throws NoSuchMethodException {
    Method found = methods.get(name);
    if (found != null) {
      return found;
    }
    for (Method candidate : find().getMethods()) {
      if (candidate.getName().equals(name) && candidate.getParameterCount() == arguments) {
        methods.put(name, candidate);
        return candidate;
      }
    }
    throw new NoSuchMethodException(name);
  }

  // Until James' own classes are advised there is no copy, and nothing to be passed on to.
  private Class<?> find() {
    Class<?> found = servers;
    if (found != null) {
      return found;
    }
    // A search that finds nothing reads every jar that James has.
    long now = System.nanoTime();
    long last = missed;
    if (last != 0 && now - last < RETRY_NANOS) {
      return own;
    }
    try {
      ClassLoader loader = Class.forName(landmark, false, own.getClassLoader()).getClassLoader();
      found = Class.forName(own.getName(), false, loader);
      servers = found;
      return found;
    } catch (ClassNotFoundException | LinkageError e) {
      missed = now == 0 ? 1 : now;
      return own;
    }
  }
}
