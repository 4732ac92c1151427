// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.isFinal;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.not;

import io.mailscope.testing.matrix.Release;
import io.mailscope.testing.matrix.SupportedVersions;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.InvocationHandlerAdapter;
import net.bytebuddy.implementation.StubMethod;

/** The classes of James' protocol servers of one version, used by their names. */
final class JamesClasses {

  private static final String ROOT = "org.apache.james.";

  /** For all servers of a version: loading James takes far longer than a test of it. */
  private static final Map<String, Loader> LOADERS = new ConcurrentHashMap<>();

  private static final AtomicInteger MADE = new AtomicInteger();

  private final Loader loader;
  private final Loader others;

  JamesClasses(String version) {
    loader = LOADERS.computeIfAbsent(version, JamesClasses::loader);
    others = loader;
  }

  private static Loader loader(String version) {
    Release release =
        SupportedVersions.of("james-protocols").stream()
            .filter(candidate -> candidate.supported() && candidate.version().equals(version))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("No James " + version));
    return new Loader("james-" + version, release.urls(), ClassLoader.getPlatformClassLoader());
  }

  private JamesClasses(Loader loader) {
    this.loader = loader;
    others = new Loader("extensions", new URL[0], loader);
  }

  /** The same classes, with those of others in a class loader below: as James' extensions are. */
  JamesClasses extended() {
    return new JamesClasses(loader);
  }

  /** A class by its name below {@code org.apache.james}. */
  Class<?> type(String name) {
    try {
      return loader.loadClass(ROOT + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean has(String name) {
    return loader.getResource((ROOT + name).replace('.', '/') + ".class") != null;
  }

  Object stub(String name) {
    return JamesStub.of(type(name));
  }

  Object stub(String name, JamesStub.Behaviour behaviour) {
    return JamesStub.of(type(name), behaviour);
  }

  /** Makes an object by the one constructor that these arguments fit, in this order, or fewer. */
  Object make(String name, Object... arguments) {
    return make(type(name), arguments);
  }

  Object make(Class<?> type, Object... arguments) {
    for (int count = arguments.length; count >= 0; count--) {
      Object[] some = Arrays.copyOf(arguments, count);
      for (Constructor<?> constructor : type.getDeclaredConstructors()) {
        if (fits(constructor.getParameterTypes(), some)) {
          constructor.setAccessible(true);
          return called(() -> constructor.newInstance(some));
        }
      }
    }
    throw new IllegalStateException("No constructor of " + type + " takes " + arguments.length);
  }

  /**
   * A class of others, in James' class path or in {@link #extended} ones, that extends one of
   * James': some of its methods by a test; what else is abstract does nothing.
   */
  Class<?> subclass(String name, JamesStub.Behaviour behaviour, String... methods) {
    return new ByteBuddy()
        .subclass(type(name))
        .name("com.example.Of" + type(name).getSimpleName() + MADE.incrementAndGet())
        .method(isAbstract())
        .intercept(StubMethod.INSTANCE)
        .method(namedOneOf(methods).and(not(isFinal())))
        .intercept(
            InvocationHandlerAdapter.of(
                (self, called, arguments) -> behaviour.call(called.getName(), arguments)))
        .make()
        .load(others, Loader::define)
        .getLoaded();
  }

  /** James' {@code Encryption}, which was not always where it is. */
  Object encryption(String method) {
    String name = "protocols.api.Encryption";
    Class<?> type = type(has(name) ? name : "protocols.netty.Encryption");
    return call(type, method, ServerKey.context());
  }

  /** Netty 3 has one timer for all. */
  Object netty3Timer() {
    try {
      return loader
          .loadClass("org.jboss.netty.util.HashedWheelTimer")
          .getConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Calls the public method of that name that these arguments fit. */
  static Object call(Object target, String name, Object... arguments) {
    Class<?> type = target instanceof Class<?> c ? c : target.getClass();
    for (Method method : type.getMethods()) {
      if (method.getName().equals(name) && fits(method.getParameterTypes(), arguments)) {
        method.setAccessible(true);
        return called(() -> method.invoke(target, arguments));
      }
    }
    throw new IllegalStateException("No method " + name + " of " + type + " takes these");
  }

  private static boolean fits(Class<?>[] types, Object[] arguments) {
    if (types.length != arguments.length) {
      return false;
    }
    for (int i = 0; i < types.length; i++) {
      boolean number = types[i] == int.class && arguments[i] instanceof Integer;
      boolean truth = types[i] == boolean.class && arguments[i] instanceof Boolean;
      if (!number && !truth && !types[i].isInstance(arguments[i])) {
        return false;
      }
    }
    return true;
  }

  private static Object called(Reflective call) {
    try {
      return call.run();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As if a class that a test makes were in James' class path. */
  private static final class Loader extends URLClassLoader {

    Loader(String name, URL[] urls, ClassLoader parent) {
      super(name, urls, parent);
    }

    Map<TypeDescription, Class<?>> define(Map<TypeDescription, byte[]> types) {
      Map<TypeDescription, Class<?>> defined = new HashMap<>();
      types.forEach(
          (type, bytes) -> defined.put(type, defineClass(type.getName(), bytes, 0, bytes.length)));
      return defined;
    }
  }

  private interface Reflective {
    Object run() throws ReflectiveOperationException;
  }
}
