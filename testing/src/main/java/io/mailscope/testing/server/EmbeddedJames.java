// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Array;
import java.net.URLClassLoader;
import java.util.function.Function;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * The memory application of James, started in this JVM by reflection.
 *
 * @param loader a class loader of its own that sees nothing but the JDK and James' jars
 * @param server James' {@code GuiceJamesServer}
 */
record EmbeddedJames(ClassLoader loader, Object server) {

  /**
   * Starts one, with one part in another's place.
   *
   * @param override makes a Guice module for James' class loader; null where all is James' default
   */
  static EmbeddedJames start(
      JamesConfiguration configuration,
      JamesClassPath path,
      Function<ClassLoader, Object> override) {
    // Otherwise a James that can't start would end the tests' JVM.
    System.setProperty("james.exit.on.startup.error", "false");
    Runtime.getRuntime().addShutdownHook(new Thread(configuration::delete));
    leaveJmx();
    ClassLoader loader =
        new URLClassLoader(
            "james",
            path.urls(configuration.directory().resolve("conf")),
            ClassLoader.getPlatformClassLoader());
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      Object server = create(configuration, loader);
      if (override != null) {
        server = with(server, "overrideWith", override.apply(loader));
      }
      JamesServer.call(server, "start");
      return new EmbeddedJames(loader, server);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** One of the objects by which James lets its own tests look inside. */
  Object probe(String type) throws ReflectiveOperationException {
    return server
        .getClass()
        .getMethod("getProbe", Class.class)
        .invoke(server, loader.loadClass(type));
  }

  private static Object create(JamesConfiguration configuration, ClassLoader loader)
      throws ReflectiveOperationException {
    Class<?> setup = loader.loadClass("org.apache.james.MemoryJamesConfiguration");
    Object builder = setup.getMethod("builder").invoke(null);
    builder
        .getClass()
        .getMethod("workingDirectory", File.class)
        .invoke(builder, configuration.directory().toFile());
    Class<?> main = loader.loadClass("org.apache.james.MemoryJamesServerMain");
    Object server =
        main.getMethod("createServer", setup).invoke(null, JamesServer.call(builder, "build"));
    Class<?> search = loader.loadClass("org.apache.james.FakeSearchMailboxModule");
    return with(server, "combineWith", search.getConstructor().newInstance());
  }

  private static Object with(Object server, String how, Object added)
      throws ReflectiveOperationException {
    Class<?> module = server.getClass().getClassLoader().loadClass("com.google.inject.Module");
    Object modules = Array.newInstance(module, 1);
    Array.set(modules, 0, added);
    return server.getClass().getMethod(how, modules.getClass()).invoke(server, modules);
  }

  /** An earlier James of this JVM has the same names there; it can't be stopped after this. */
  private static void leaveJmx() {
    try {
      MBeanServer jmx = ManagementFactory.getPlatformMBeanServer();
      for (ObjectName name : jmx.queryNames(new ObjectName("org.apache.james:*"), null)) {
        jmx.unregisterMBean(name);
      }
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }
}
