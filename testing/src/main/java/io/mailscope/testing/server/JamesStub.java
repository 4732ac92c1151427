// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * An object of one of James' interfaces: a method does what a test gives it to do, else what its
 * interface says, else nothing; what it has to return then is a stub too.
 */
final class JamesStub implements InvocationHandler {

  /** What a test does in the place of James' methods. */
  interface Behaviour {

    /** Returned where a method is none of the test's. */
    Object NOT_MINE = new Object();

    Object call(String method, Object[] arguments) throws Throwable;
  }

  private final ClassLoader loader;
  private final Behaviour behaviour;

  private JamesStub(ClassLoader loader, Behaviour behaviour) {
    this.loader = loader;
    this.behaviour = behaviour;
  }

  static Object of(Class<?> type, Behaviour behaviour) {
    return Proxy.newProxyInstance(
        type.getClassLoader(),
        new Class<?>[] {type},
        new JamesStub(type.getClassLoader(), behaviour));
  }

  static Object of(Class<?> type) {
    return of(type, (method, arguments) -> Behaviour.NOT_MINE);
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return switch (method.getName()) {
        case "equals" -> proxy == arguments[0];
        case "hashCode" -> System.identityHashCode(proxy);
        default -> "stub of " + proxy.getClass().getInterfaces()[0].getName();
      };
    }
    Object result = behaviour.call(method.getName(), arguments);
    if (result != Behaviour.NOT_MINE) {
      return result;
    }
    if (method.isDefault()) {
      return InvocationHandler.invokeDefault(proxy, method, arguments);
    }
    Class<?> type = method.getReturnType();
    if (type.isInterface() && type.getClassLoader() == loader) {
      return of(type);
    }
    return type == boolean.class ? Boolean.FALSE : zero(type);
  }

  private static Object zero(Class<?> type) {
    if (type == int.class) {
      return 0;
    }
    return type == long.class ? 0L : null;
  }
}
