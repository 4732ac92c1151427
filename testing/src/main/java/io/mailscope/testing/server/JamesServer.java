// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An unmodified James in the test's JVM, in a class loader of its own that sees nothing but the JDK
 * and James' jars. It takes seconds to start, so all tests of a JVM share one that fits them, and
 * each takes users of its own.
 */
public final class JamesServer {

  private static final String PROTOCOLS = "org.apache.james.modules.protocols.";

  private static JamesServer shared;

  private final EmbeddedJames james;
  private final JamesPorts ports;
  private final JamesTraps traps;
  private final JamesWebAdmin webAdmin;

  private JamesServer(EmbeddedJames james, JamesPorts ports, JamesTraps traps) {
    this.james = james;
    this.ports = ports;
    this.traps = traps;
    this.webAdmin = new JamesWebAdmin(ports.webAdmin());
    webAdmin.addDomain("example.test");
  }

  /** The one of this JVM, started when first asked for. */
  public static synchronized JamesServer shared() {
    if (shared == null) {
      JamesTraps traps = JamesConfiguration.traps();
      shared = start(JamesConfiguration.write(JamesVersions.NEWEST, traps), traps);
    }
    return shared;
  }

  /**
   * One with users that are kept elsewhere, for the rest of the JVM's life.
   *
   * @param usersRepository what {@code usersrepository.xml} says
   */
  public static JamesServer ofUsers(String usersRepository) {
    JamesConfiguration configuration = JamesConfiguration.write(JamesVersions.NEWEST);
    return start(configuration.with("usersrepository.xml", usersRepository), null);
  }

  private static JamesServer start(JamesConfiguration configuration, JamesTraps traps) {
    JamesClassPath path = JamesClassPath.ofTests(JamesVersions.NEWEST);
    return start(configuration, traps, path, null);
  }

  /**
   * One of a class path of its own, with one part in another's place.
   *
   * @param override makes a Guice module for James' class loader; null where all is James' default
   */
  static JamesServer start(
      JamesConfiguration configuration,
      JamesTraps traps,
      JamesClassPath path,
      Function<ClassLoader, Object> override) {
    return new JamesServer(
        EmbeddedJames.start(configuration, path, override), configuration.ports(), traps);
  }

  /** Where it listens. After {@link #restart} of a protocol its port is the same. */
  public JamesPorts ports() {
    return ports;
  }

  /** Where it listens besides. */
  public JamesTraps traps() {
    return traps;
  }

  /** Lets a user of {@code example.test} have that many messages at most. */
  public JamesServer limitMessages(String user, int count) {
    webAdmin.limitMessages(user, count);
    return this;
  }

  /** Adds a user of {@code example.test}; the name is the whole address. */
  public JamesServer addUser(String user, String password) {
    webAdmin.addUser(user, password);
    return this;
  }

  /**
   * Lets the server of a port end IMAP connections that are silent for a second, if they begin from
   * now on. James' configuration has no less than half an hour.
   */
  public JamesServer impatient(int port) {
    try {
      Object server = serverAt(port);
      field(server, "timeout").setInt(server, 1);
      return this;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Lets the server of a port, one of IMAP, fail to write the first response of a class, on
   * connections that begin from now on.
   *
   * @return ends that
   */
  public Runnable failToWrite(int port, String response) {
    try {
      return JamesEncoder.failingOnce(serverAt(port), response);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How much the server of a port, one of IMAP, believes to have to do. */
  public JamesImapLoad load(int port) {
    return JamesImapLoad.of(serverAt(port));
  }

  /** Tells of each user whom its repository looks up, on the thread that does. */
  public JamesServer onLookUp(Consumer<String> asked) {
    try {
      Object probe = james.probe("org.apache.james.utils.DataProbeImpl");
      JamesDirectory.behind(field(probe, "usersRepository").get(probe), asked);
      return this;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Its server of IMAP that everybody shares, an {@code IMAPServer}. */
  public Object imapServer() {
    return serverAt(ports.imap());
  }

  /** Its server that listens at a port, for {@link #restart} and others of its own methods. */
  public Object serverAt(int port) {
    for (String protocol : List.of("Imap", "Smtp", "Lmtp", "Pop3")) {
      for (Object server : servers(protocol)) {
        if ((int) call(server, "getPort") == port) {
          return server;
        }
      }
    }
    throw new IllegalArgumentException("Nothing listens at " + port);
  }

  private List<?> servers(String protocol) {
    try {
      Object probe = james.probe(PROTOCOLS + protocol + "GuiceProbe");
      Field factory = field(probe, protocol.toLowerCase(Locale.ROOT) + "ServerFactory");
      return (List<?>) call(factory.get(probe), "getServers");
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Stops one protocol's server, which takes Netty some seconds, and binds its port anew. */
  public void restart(Object server) {
    call(server, "stop");
    start(server);
  }

  /** Stops the server at a port, with its connections; the rest of James lives on. */
  public void stop(int port) {
    call(serverAt(port), "stop");
  }

  /** Starts the server of a port that was stopped. */
  public void startAgain(int port) {
    start(serverAt(port));
  }

  private static void start(Object server) {
    if (!(boolean) call(server, "start")) {
      throw new IllegalStateException("Not started: " + server);
    }
    InetSocketAddress bound =
        (InetSocketAddress) ((List<?>) call(server, "getListenAddresses")).get(0);
    if (bound.getPort() == 0) {
      throw new IllegalStateException("Not bound");
    }
  }

  static Field field(Object target, String name) throws NoSuchFieldException {
    Field field = target.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  static Object call(Object target, String method) {
    try {
      return target.getClass().getMethod(method).invoke(target);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(method + " failed", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
