// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;

import io.mailscope.testing.matrix.Release;
import io.mailscope.testing.matrix.SupportedVersions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.InvocationHandlerAdapter;

/** The classes of SubEtha SMTP of one version, used by their names. */
final class SubEthaClasses {

  /** What stands for the body of a method of SubEtha's. */
  interface Body {
    Object call(String method, Object[] arguments) throws Throwable;
  }

  private static final String ROOT = "org.subethamail.";

  private final ClassLoader loader;

  /**
   * @param more what the application has besides SubEtha
   */
  SubEthaClasses(String version, URL... more) {
    URL[] urls =
        Stream.concat(Stream.of(release(version).urls()), Stream.of(more)).toArray(URL[]::new);
    loader = new URLClassLoader("subetha-" + version, urls, ClassLoader.getPlatformClassLoader());
  }

  /** A version by its number. */
  static Release release(String version) {
    return SupportedVersions.of("subethasmtp").stream()
        .filter(candidate -> candidate.supported() && candidate.version().equals(version))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No SubEtha " + version));
  }

  ClassLoader loader() {
    return loader;
  }

  boolean hasBuilder() {
    return loader.getResource("org/subethamail/smtp/server/SMTPServer$Builder.class") != null;
  }

  /**
   * Starts a server; its threads then find the mail library's providers, as an application's do.
   */
  void start(Object server) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      call(server, "start");
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** A class by its name below {@code org.subethamail}. */
  Class<?> type(String name) {
    try {
      return loader.loadClass(ROOT + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  Object make(String name, Class<?>[] types, Object... arguments) {
    try {
      return type(name).getConstructor(types).newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An object of an interface of SubEtha's. */
  Object implement(String name, Body body) {
    Class<?> type = type(name);
    return Proxy.newProxyInstance(
        loader,
        new Class<?>[] {type},
        (proxy, method, arguments) -> {
          if (method.getDeclaringClass() == Object.class) {
            return method.getName().equals("toString")
                ? type.getName()
                : method.getName().equals("equals")
                    ? (Object) (proxy == arguments[0])
                    : System.identityHashCode(proxy);
          }
          return body.call(method.getName(), arguments);
        });
  }

  /** A subclass with some methods of its own. */
  Class<?> subclass(String name, Body body, String... methods) {
    return new ByteBuddy()
        .subclass(type(name))
        .method(namedOneOf(methods))
        .intercept(
            InvocationHandlerAdapter.of(
                (self, method, arguments) -> body.call(method.getName(), arguments)))
        .make()
        .load(loader, ClassLoadingStrategy.Default.WRAPPER)
        .getLoaded();
  }

  /** Calls a public method, found by its name and by the types of its parameters. */
  static Object call(Object target, String name, Class<?>[] types, Object... arguments) {
    Class<?> type = target instanceof Class<?> c ? c : target.getClass();
    try {
      return type.getMethod(name, types).invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  static Object call(Object target, String name) {
    return call(target, name, new Class<?>[0]);
  }
}
