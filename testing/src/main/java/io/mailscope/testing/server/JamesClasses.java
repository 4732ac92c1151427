// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.named;

import io.mailscope.testing.matrix.Release;
import io.mailscope.testing.matrix.SupportedVersions;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.util.Arrays;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.InvocationHandlerAdapter;
import net.bytebuddy.implementation.StubMethod;

/** The classes of James' protocol servers of one version, used by their names. */
final class JamesClasses {

  private static final String ROOT = "org.apache.james.";

  private final ClassLoader loader;

  JamesClasses(String version) {
    Release release =
        SupportedVersions.of("james-protocols").stream()
            .filter(candidate -> candidate.supported() && candidate.version().equals(version))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("No James " + version));
    loader =
        new URLClassLoader(
            "james-" + version, release.urls(), ClassLoader.getPlatformClassLoader());
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

  /** A class that implements an abstract one: one of its methods by a test, the others not. */
  Class<?> subclass(String name, String method, JamesStub.Behaviour behaviour) {
    return new ByteBuddy()
        .subclass(type(name))
        .method(isAbstract())
        .intercept(StubMethod.INSTANCE)
        .method(named(method).and(isAbstract()))
        .intercept(
            InvocationHandlerAdapter.of(
                (self, called, arguments) -> behaviour.call(called.getName(), arguments)))
        .make()
        .load(loader, ClassLoadingStrategy.Default.WRAPPER)
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

  private interface Reflective {
    Object run() throws ReflectiveOperationException;
  }
}
