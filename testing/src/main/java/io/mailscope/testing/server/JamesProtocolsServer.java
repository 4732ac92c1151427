// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import static io.mailscope.testing.server.JamesClasses.call;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/**
 * The unmodified protocol servers of James, of any version, embedded in the test's JVM without the
 * rest of James: SMTP and LMTP that hand messages to a hook of the test's, and POP3 on a mailbox of
 * the test's. In a class loader of its version's, on free ports of the loopback address.
 */
public final class JamesProtocolsServer implements AutoCloseable {

  /** The only password. */
  public static final String PASSWORD = "s3cr3t-pass";

  private final JamesClasses james;
  private final JamesProtocolsSettings settings;
  private final Object metrics;
  private final Map<String, Object> servers = new LinkedHashMap<>();
  private final List<byte[]> mailbox = new ArrayList<>();
  private volatile Callable<String> onMessage = () -> "OK";
  private volatile JamesAuthenticator onAuth =
      (method, user, secret) -> PASSWORD.equals(secret) ? "OK" : "DENY";
  private boolean tokens;
  private int timeoutSeconds;
  private int connectionLimit;
  private String encryption;

  private JamesProtocolsServer(String version) {
    james = new JamesClasses(version);
    settings = new JamesProtocolsSettings(james);
    metrics = james.stub("metrics.api.MetricFactory");
  }

  /** A server that listens to nothing yet. */
  public static JamesProtocolsServer create(String version) {
    return new JamesProtocolsServer(version);
  }

  /** Starts a server for each protocol: smtp, lmtp, pop3. */
  public static JamesProtocolsServer start(String version, String... protocols) {
    return create(version).listen(protocols);
  }

  /**
   * What becomes of each message, or for LMTP of each recipient's: {@code OK}, {@code DENY}, {@code
   * DENYSOFT}, {@code DECLINED}; or an exception.
   */
  public JamesProtocolsServer onMessage(Callable<String> hook) {
    onMessage = hook;
    return this;
  }

  /** Who is let in, on SMTP and POP3; else everybody with {@link #PASSWORD}. */
  public JamesProtocolsServer onAuth(JamesAuthenticator authenticator) {
    onAuth = authenticator;
    return this;
  }

  /** Offers bearer tokens over SMTP; for servers to come, since James 3.7. */
  public JamesProtocolsServer tokens() {
    tokens = true;
    return this;
  }

  /** James' own users' repository, in memory, that nobody asks unless a test does. */
  public JamesUsersRepository memoryUsers() {
    return JamesUsersRepository.inMemory(james);
  }

  /** A users' repository that is none of James' own, in James' class path. */
  public JamesUsersRepository ownUsers(JamesUsersRepository.Test test) {
    return JamesUsersRepository.own(james, test);
  }

  /** The same in a class loader below James' own, as James has for its extensions. */
  public JamesUsersRepository extensionUsers(JamesUsersRepository.Test test) {
    return JamesUsersRepository.own(james.extended(), test);
  }

  /** James' own way to check, with a class for users in such a class loader; since James 3.8. */
  public JamesUsersRepository extensionUser(Predicate<String> password) {
    return JamesUsersRepository.ofUser(james.extended(), password);
  }

  /** For how long a client may be silent; for servers to come. */
  public JamesProtocolsServer timeout(int seconds) {
    timeoutSeconds = seconds;
    return this;
  }

  /** How many connections there may be; for servers to come, but not of James 3.5 to 3.7. */
  public JamesProtocolsServer connectionLimit(int limit) {
    connectionLimit = limit;
    return this;
  }

  /** Offers STARTTLS; for servers to come. */
  public JamesProtocolsServer startTls() {
    encryption = "createStartTls";
    return this;
  }

  /** Encrypts connections from their start; for servers to come. */
  public JamesProtocolsServer tls() {
    encryption = "createTls";
    return this;
  }

  /** Puts a message into every POP3 user's mailbox. */
  public JamesProtocolsServer message(byte[] content) {
    mailbox.add(content);
    return this;
  }

  /** Starts more servers. */
  public JamesProtocolsServer listen(String... protocols) {
    for (String protocol : protocols) {
      Object server = netty(protocol(protocol));
      call(
          server,
          "setListenAddresses",
          (Object) new InetSocketAddress[] {new InetSocketAddress("127.0.0.1", 0)});
      if (timeoutSeconds > 0) {
        call(server, "setTimeout", timeoutSeconds);
      }
      if (connectionLimit > 0) {
        call(server, "setMaxConcurrentConnections", connectionLimit);
      }
      call(server, "bind");
      servers.put(protocol, server);
    }
    return this;
  }

  private Object protocol(String protocol) {
    return switch (protocol) {
      case "smtp" ->
          james.make(
              "protocols.smtp.SMTPProtocol",
              chain(JamesHandlers.smtp(james, metrics, this::take, this::check)),
              settings.smtp(tokens),
              settings.logger());
      case "lmtp" ->
          james.make(
              "protocols.smtp.SMTPProtocol",
              chain(JamesHandlers.lmtp(james, metrics, this::take)),
              settings.lmtp(),
              settings.logger());
      case "pop3" ->
          james.make(
              "protocols.pop3.POP3Protocol",
              chain(
                  JamesHandlers.pop3(
                      james, metrics, new JamesMailbox(james, mailbox), this::check)),
              james.make("protocols.pop3.POP3Configuration"),
              settings.logger());
      default -> throw new IllegalArgumentException(protocol);
    };
  }

  private String take() throws Exception {
    return onMessage.call();
  }

  private String check(String method, Object user, String secret) throws Exception {
    return onAuth.check(method, user, secret);
  }

  @SuppressWarnings("unchecked") // a chain is a list of handlers
  private Object chain(List<Object> handlers) {
    Object chain = james.make("protocols.api.handler.ProtocolHandlerChainImpl");
    ((List<Object>) chain).addAll(handlers);
    call(chain, "wireExtensibleHandlers");
    return chain;
  }

  private Object netty(Object protocol) {
    Object factory = settings.factory();
    call(factory, "protocol", protocol);
    if (encryption != null) {
      call(factory, "secure", james.encryption(encryption));
    }
    return call(factory, "build");
  }

  /** The port of a protocol that was started. */
  public int port(String protocol) {
    List<?> addresses = (List<?>) call(servers.get(protocol), "getListenAddresses");
    return ((InetSocketAddress) addresses.get(0)).getPort();
  }

  public int smtpPort() {
    return port("smtp");
  }

  /** Stops all servers and their connections; the JVM lives on. */
  public void stop() {
    servers.values().forEach(server -> call(server, "unbind"));
    servers.clear();
  }

  /** Stops it as well, without waiting for it: Netty 4 is quiet for two seconds before it ends. */
  @Override
  public void close() {
    Thread stop = new Thread(this::stop, "stop of James' protocol servers");
    stop.setDaemon(true);
    stop.start();
  }
}
