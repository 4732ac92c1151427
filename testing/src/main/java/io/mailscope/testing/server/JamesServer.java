// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import java.io.File;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.net.InetSocketAddress;
import java.net.URLClassLoader;
import java.util.List;

/**
 * An unmodified James in the test's JVM, in a class loader of its own that sees nothing but the JDK
 * and James' jars. It takes seconds to start, so all tests of a JVM share one, and each takes users
 * of its own.
 */
public final class JamesServer {

  private static JamesServer shared;

  private final ClassLoader loader;
  private final Object james;
  private final JamesPorts ports;
  private final JamesWebAdmin webAdmin;

  private JamesServer(ClassLoader loader, Object james, JamesPorts ports) {
    this.loader = loader;
    this.james = james;
    this.ports = ports;
    this.webAdmin = new JamesWebAdmin(ports.webAdmin());
    webAdmin.addDomain("example.test");
  }

  /** The one of this JVM, started when first asked for. */
  public static synchronized JamesServer shared() {
    if (shared == null) {
      shared = start();
    }
    return shared;
  }

  private static JamesServer start() {
    // Otherwise a James that can't start would end the tests' JVM.
    System.setProperty("james.exit.on.startup.error", "false");
    JamesConfiguration configuration = JamesConfiguration.write(JamesVersions.NEWEST);
    ClassLoader loader =
        new URLClassLoader(
            "james",
            JamesClassPath.ofTests(JamesVersions.NEWEST)
                .urls(configuration.directory().resolve("conf")),
            ClassLoader.getPlatformClassLoader());
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      Class<?> setup = loader.loadClass("org.apache.james.MemoryJamesConfiguration");
      Object builder = setup.getMethod("builder").invoke(null);
      builder
          .getClass()
          .getMethod("workingDirectory", File.class)
          .invoke(builder, configuration.directory().toFile());
      Class<?> main = loader.loadClass("org.apache.james.MemoryJamesServerMain");
      Object james = main.getMethod("createServer", setup).invoke(null, call(builder, "build"));
      Class<?> module = loader.loadClass("com.google.inject.Module");
      Object modules = Array.newInstance(module, 1);
      Array.set(
          modules,
          0,
          loader
              .loadClass("org.apache.james.FakeSearchMailboxModule")
              .getConstructor()
              .newInstance());
      james = james.getClass().getMethod("combineWith", modules.getClass()).invoke(james, modules);
      call(james, "start");
      return new JamesServer(loader, james, configuration.ports());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Where it listens. After {@link #restart} of a protocol its port is the same. */
  public JamesPorts ports() {
    return ports;
  }

  /** Adds a user of {@code example.test}; the name is the whole address. */
  public JamesServer addUser(String user, String password) {
    webAdmin.addUser(user, password);
    return this;
  }

  /** Its only server of IMAP, an {@code IMAPServer}. */
  public Object imapServer() {
    try {
      Class<?> probe = loader.loadClass("org.apache.james.modules.protocols.ImapGuiceProbe");
      Object imap = james.getClass().getMethod("getProbe", Class.class).invoke(james, probe);
      Field factory = probe.getDeclaredField("imapServerFactory");
      factory.setAccessible(true);
      return ((List<?>) call(factory.get(imap), "getServers")).get(0);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Stops one protocol's server, which takes Netty some seconds, and binds its port anew. */
  public void restart(Object server) {
    call(server, "stop");
    if (!(boolean) call(server, "start")) {
      throw new IllegalStateException("Not started: " + server);
    }
    InetSocketAddress bound =
        (InetSocketAddress) ((List<?>) call(server, "getListenAddresses")).get(0);
    if (bound.getPort() == 0) {
      throw new IllegalStateException("Not bound");
    }
  }

  private static Object call(Object target, String method) {
    try {
      return target.getClass().getMethod(method).invoke(target);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(method + " failed", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
