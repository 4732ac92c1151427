// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * An unmodified GreenMail of any version in the test's JVM, in a class loader that sees nothing but
 * the JDK and GreenMail's standalone jar. Listens on free ports of the loopback address.
 */
public final class GreenMailServer implements AutoCloseable {

  /**
   * GreenMail's own 1 to 2 s are too few where an agent has just begun to transform its classes.
   */
  private static final long STARTUP_MILLIS = 60_000;

  private static final String UTIL = "com.icegreen.greenmail.util.";

  /** For all servers of a version: loading GreenMail takes far longer than a test of it. */
  private static final Map<String, ClassLoader> CLASS_LOADERS = new ConcurrentHashMap<>();

  private final String version;
  private final ClassLoader classLoader;
  private final Object greenMail;

  private GreenMailServer(String version, ClassLoader classLoader, Object greenMail) {
    this.version = version;
    this.classLoader = classLoader;
    this.greenMail = greenMail;
  }

  /**
   * Starts smtp, pop3 and imap.
   *
   * @param more further protocols: smtps, pop3s, imaps
   */
  public static GreenMailServer start(String version, String... more) {
    ClassLoader loader = CLASS_LOADERS.computeIfAbsent(version, GreenMailServer::classLoader);
    return start(version, loader, more);
  }

  /** Starts smtp, pop3 and imap in a class loader that no other server has. */
  public static GreenMailServer startApart(String version) {
    return start(version, classLoader(version));
  }

  /** Starts a GreenMail that was altered, in a class loader of its own. */
  public static GreenMailServer start(String version, Path jar) {
    return start(version, classLoader(version, jar));
  }

  private static GreenMailServer start(String version, ClassLoader loader, String... more) {
    Set<String> protocols = new LinkedHashSet<>(List.of("smtp", "pop3", "imap"));
    protocols.addAll(List.of(more));
    return with(
        loader,
        () -> {
          GreenMailServer server = new GreenMailServer(version, loader, create(loader, protocols));
          call(server.greenMail, "start");
          return server;
        });
  }

  private static ClassLoader classLoader(String version) {
    return classLoader(version, ServerJars.jar("greenmail-standalone", version));
  }

  private static ClassLoader classLoader(String version, Path jar) {
    try {
      URL[] urls = {jar.toUri().toURL()};
      return new URLClassLoader("greenmail-" + version, urls, ClassLoader.getPlatformClassLoader());
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object create(ClassLoader loader, Set<String> protocols) {
    try {
      Class<?> setupType = loader.loadClass(UTIL + "ServerSetup");
      Object setups = Array.newInstance(setupType, protocols.size());
      int index = 0;
      for (String protocol : protocols) {
        Object setup =
            setupType
                .getConstructor(int.class, String.class, String.class)
                .newInstance(0, "127.0.0.1", protocol);
        setupType.getMethod("setServerStartupTimeout", long.class).invoke(setup, STARTUP_MILLIS);
        Array.set(setups, index++, setup);
      }
      return loader
          .loadClass(UTIL + "GreenMail")
          .getConstructor(setups.getClass())
          .newInstance(setups);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("No GreenMail in " + loader, e);
    }
  }

  public String version() {
    return version;
  }

  /** Adds a user, or gives an existing one another password. */
  public GreenMailServer setUser(String email, String login, String password) {
    with(classLoader, () -> call(greenMail, "setUser", email, login, password));
    return this;
  }

  /**
   * How long the server waits for a client's next line: for connections to come, and only on {@link
   * GreenMailVersions#WITH_CLIENT_TIMEOUT}.
   */
  public GreenMailServer clientTimeout(String protocol, int millis) {
    Object server = server(protocol);
    try {
      server.getClass().getMethod("setClientSocketTimeout", int.class).invoke(server, millis);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  public int smtpPort() {
    return port("smtp");
  }

  public int pop3Port() {
    return port("pop3");
  }

  public int imapPort() {
    return port("imap");
  }

  /** The port of a protocol that was started. */
  public int port(String protocol) {
    return (int) call(server(protocol), "getPort");
  }

  private Object server(String protocol) {
    return call(
        greenMail,
        "get" + protocol.substring(0, 1).toUpperCase(Locale.ROOT) + protocol.substring(1));
  }

  /** How many messages all mailboxes hold. */
  public int messageCount() {
    return Array.getLength(call(greenMail, "getReceivedMessages"));
  }

  /** The {@code com.icegreen.greenmail.util.GreenMail}. */
  public Object greenMail() {
    return greenMail;
  }

  /** The loader of GreenMail's classes. */
  public ClassLoader classLoader() {
    return classLoader;
  }

  /** Stops all listeners and connections; the JVM lives on. */
  public void stop() {
    call(greenMail, "stop");
  }

  @Override
  public void close() {
    stop();
  }

  /** By it GreenMail finds its keys and the mail library its providers; new threads inherit it. */
  private static <T> T with(ClassLoader contextClassLoader, Supplier<T> action) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(contextClassLoader);
    try {
      return action.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static Object call(Object target, String method, String... arguments) {
    Class<?>[] types = new Class<?>[arguments.length];
    Arrays.fill(types, String.class);
    try {
      return target.getClass().getMethod(method, types).invoke(target, (Object[]) arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(method + " failed", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
