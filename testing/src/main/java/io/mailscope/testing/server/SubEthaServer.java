// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import static io.mailscope.testing.server.SubEthaClasses.call;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * An unmodified SubEtha SMTP of any version, embedded in the test's JVM in a class loader of its
 * own as an application would embed it, on a free port of the loopback address.
 */
public final class SubEthaServer implements AutoCloseable {

  /** What an application's message handler does: {@code from}, {@code recipient} and so on. */
  public interface Handler {

    /**
     * @param argument an address, or the {@link InputStream} of {@code data}
     */
    void on(SubEthaServer server, String method, Object argument) throws Throwable;
  }

  /** What an application's validator does: nothing, or it throws. */
  public interface Validator {
    void login(SubEthaServer server, String user, String password) throws Throwable;
  }

  /** What an application's own SASL mechanism does with a line: a challenge, null, or it throws. */
  public interface Mechanism {
    String auth(SubEthaServer server, String line) throws Throwable;
  }

  private static final Class<?>[] INT = {int.class};
  private static final Class<?>[] BOOLEAN = {boolean.class};

  private final SubEthaClasses classes;
  private final SubEthaApplication application;
  private Object builder;
  private Object server;
  private boolean tls;
  private int port;

  private SubEthaServer(String version, URL... more) {
    classes = new SubEthaClasses(version, more);
    application = new SubEthaApplication(this, classes);
    if (classes.hasBuilder()) {
      builder = call(classes.type("smtp.server.SMTPServer"), "port", INT, 0);
      set("hostName", String.class, "mx.test");
      set("bindAddress", InetAddress.class, InetAddress.getLoopbackAddress());
    } else {
      server = subclass();
      set("setHostName", String.class, "mx.test");
      set("setBindAddress", InetAddress.class, InetAddress.getLoopbackAddress());
    }
  }

  /**
   * A server that is not started yet, and takes all messages.
   *
   * @param more what the application has on its class path besides SubEtha
   */
  public static SubEthaServer create(String version, URL... more) {
    return new SubEthaServer(version, more);
  }

  /** A server that takes all messages. */
  public static SubEthaServer start(String version) {
    return create(version).start();
  }

  /** SubEtha before 4.0 is to be subclassed for TLS, and does not tell which port it got. */
  private Object subclass() {
    Class<?> type =
        classes.subclass(
            "smtp.server.SMTPServer",
            (method, arguments) ->
                method.equals("createServerSocket")
                    ? serverSocket()
                    : sslSocket((Socket) arguments[0]),
            "createServerSocket",
            "createSSLSocket");
    try {
      return type.getConstructor(classes.type("smtp.MessageHandlerFactory"))
          .newInstance(application.handlerFactory());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private ServerSocket serverSocket() throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    ServerSocket socket =
        tls
            ? context().getServerSocketFactory().createServerSocket(0, 50, loopback)
            : new ServerSocket(0, 50, loopback);
    port = socket.getLocalPort();
    return socket;
  }

  private static SSLSocket sslSocket(Socket socket) throws Exception {
    SSLSocket encrypted =
        (SSLSocket)
            context().getSocketFactory().createSocket(socket, "client", socket.getPort(), true);
    encrypted.setUseClientMode(false);
    return encrypted;
  }

  private static SSLContext context() {
    return ServerKey.context();
  }

  private void set(String name, Class<?> type, Object value) {
    call(builder == null ? server : builder, name, new Class<?>[] {type}, value);
  }

  private SubEthaServer option(String setter, String option, int value) {
    call(builder == null ? server : builder, builder == null ? setter : option, INT, value);
    return this;
  }

  /** What the application does with messages. */
  public SubEthaServer handler(Handler handler) {
    application.handler(handler);
    return this;
  }

  /** The same by a listener that a lambda can be: gets whole messages. Since 4.0. */
  public SubEthaServer listener(Handler handler) {
    application.listener(handler);
    return this;
  }

  /** Offers AUTH PLAIN and AUTH LOGIN. */
  public SubEthaServer validator(Validator validator) {
    return authentication(application.authenticationFactory(validator));
  }

  /** Offers a mechanism of the application's. */
  public SubEthaServer mechanism(String name, Mechanism mechanism) {
    return authentication(application.mechanism(name, mechanism));
  }

  private SubEthaServer authentication(Object factory) {
    Class<?> type = classes.type("smtp.AuthenticationHandlerFactory");
    set(
        builder == null ? "setAuthenticationHandlerFactory" : "authenticationHandlerFactory",
        type,
        factory);
    return this;
  }

  /** For how long a client may be silent. */
  public SubEthaServer timeout(int millis) {
    return option("setConnectionTimeout", "connectionTimeoutMs", millis);
  }

  public SubEthaServer maxConnections(int connections) {
    return option("setMaxConnections", "maxConnections", connections);
  }

  public SubEthaServer maxRecipients(int recipients) {
    return option("setMaxRecipients", "maxRecipients", recipients);
  }

  /** The limit that EHLO tells and MAIL checks. */
  public SubEthaServer maxMessageSize(int octets) {
    return option("setMaxMessageSize", "maxMessageSize", octets);
  }

  /** Since 3.1.7. */
  public SubEthaServer withoutReceivedHeaders() {
    if (builder == null) {
      call(server, "setDisableReceivedHeaders", BOOLEAN, true);
    } else {
      call(builder, "insertReceivedHeaders", BOOLEAN, false);
    }
    return this;
  }

  /** Offers STARTTLS; 3.1.3 always does. */
  public SubEthaServer startTls() {
    if (builder != null) {
      call(builder, "enableTLS", BOOLEAN, true);
      set("startTlsSocketFactory", SSLContext.class, context());
    } else if (!application.hasTlsAlways()) {
      call(server, "setEnableTLS", BOOLEAN, true);
    }
    return this;
  }

  /** Encrypts connections from their start. */
  public SubEthaServer tls() {
    tls = true;
    if (builder != null) {
      set("serverSocketFactory", SSLContext.class, context());
    }
    return this;
  }

  /** Expects the PROXY protocol, version 1. Since 5.2. */
  public SubEthaServer behindProxy() {
    set(
        "proxyHandler",
        classes.type("smtp.internal.proxy.ProxyHandler"),
        application.proxyHandler());
    return this;
  }

  /** Listens, on another port than before: since 4.0 by another server with the same options. */
  public SubEthaServer start() {
    if (builder != null) {
      if (server == null) {
        set(
            "messageHandlerFactory",
            classes.type("smtp.MessageHandlerFactory"),
            application.handlerFactory());
      }
      server = call(builder, "build");
    }
    classes.start(server);
    return this;
  }

  public int port() {
    return builder == null ? port : (int) call(server, "getPortAllocated");
  }

  /** What SubEtha's users throw to refuse something. */
  public Throwable rejection(int code, String message) {
    return application.exception("smtp.RejectException", code, message);
  }

  /** The same, and the connection is closed. Since 3.1.4. */
  public Throwable drop(int code, String message) {
    return application.exception("smtp.DropConnectionException", code, message);
  }

  /** What a handler throws whose message gets too large. */
  public Throwable tooMuchData(String message) {
    return (Throwable)
        classes.make("smtp.TooMuchDataException", new Class<?>[] {String.class}, message);
  }

  /** What a validator throws. */
  public Throwable loginFailed() {
    return (Throwable) classes.make("smtp.auth.LoginFailedException", new Class<?>[0]);
  }

  /** The loader of SubEtha's classes. */
  public ClassLoader classLoader() {
    return classes.loader();
  }

  /** Stops the listener and all connections; the JVM lives on. */
  public void stop() {
    if (server != null) {
      call(server, "stop");
    }
  }

  @Override
  public void close() {
    stop();
  }
}
