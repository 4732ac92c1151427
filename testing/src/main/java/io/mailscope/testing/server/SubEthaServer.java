// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import static io.mailscope.testing.server.SubEthaClasses.call;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.URL;

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

  private final SubEthaClasses classes;
  private final SubEthaApplication application;
  private final SubEthaSetup setup;
  private Object server;

  private SubEthaServer(String version, URL... more) {
    classes = new SubEthaClasses(version, more);
    application = new SubEthaApplication(this, classes);
    setup =
        classes.hasBuilder()
            ? new SubEthaBuilder(classes, application)
            : new SubEthaSubclass(classes, application);
    setup.set("setHostName", "hostName", String.class, "mx.test");
    setup.set("setBindAddress", "bindAddress", InetAddress.class, InetAddress.getLoopbackAddress());
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
    return set(
        "setAuthenticationHandlerFactory",
        "authenticationHandlerFactory",
        classes.type("smtp.AuthenticationHandlerFactory"),
        factory);
  }

  /** For how long a client may be silent. */
  public SubEthaServer timeout(int millis) {
    return set("setConnectionTimeout", "connectionTimeoutMs", int.class, millis);
  }

  public SubEthaServer maxConnections(int connections) {
    return set("setMaxConnections", "maxConnections", int.class, connections);
  }

  public SubEthaServer maxRecipients(int recipients) {
    return set("setMaxRecipients", "maxRecipients", int.class, recipients);
  }

  /** The limit that EHLO tells and MAIL checks. */
  public SubEthaServer maxMessageSize(int octets) {
    return set("setMaxMessageSize", "maxMessageSize", int.class, octets);
  }

  /** Expects the PROXY protocol, version 1. Since 5.2. */
  public SubEthaServer behindProxy() {
    return set(
        "proxyHandler",
        "proxyHandler",
        classes.type("smtp.internal.proxy.ProxyHandler"),
        application.proxyHandler());
  }

  private SubEthaServer set(String setter, String option, Class<?> type, Object value) {
    setup.set(setter, option, type, value);
    return this;
  }

  /** Since 3.1.7. */
  public SubEthaServer withoutReceivedHeaders() {
    setup.withoutReceivedHeaders();
    return this;
  }

  /** Offers STARTTLS; 3.1.3 always does. */
  public SubEthaServer startTls() {
    setup.startTls();
    return this;
  }

  /** Encrypts connections from their start. */
  public SubEthaServer tls() {
    setup.tls();
    return this;
  }

  /** Listens, on another port than before: since 4.0 by another server with the same options. */
  public SubEthaServer start() {
    server = setup.server();
    classes.start(server);
    return this;
  }

  public int port() {
    return setup.port();
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
