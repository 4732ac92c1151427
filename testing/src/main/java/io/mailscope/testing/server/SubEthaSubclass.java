// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import static io.mailscope.testing.server.SubEthaClasses.call;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLSocket;

/**
 * SubEtha before 4.0: one server with setters, which is to be subclassed for TLS, and does not tell
 * which port it got.
 */
final class SubEthaSubclass implements SubEthaSetup {

  private final SubEthaApplication application;
  private final Object server;
  private boolean tls;
  private int port;

  SubEthaSubclass(SubEthaClasses classes, SubEthaApplication application) {
    this.application = application;
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
      server =
          type.getConstructor(classes.type("smtp.MessageHandlerFactory"))
              .newInstance(application.handlerFactory());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private ServerSocket serverSocket() throws Exception {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    ServerSocket socket =
        tls
            ? ServerKey.context().getServerSocketFactory().createServerSocket(0, 50, loopback)
            : new ServerSocket(0, 50, loopback);
    port = socket.getLocalPort();
    return socket;
  }

  private static SSLSocket sslSocket(Socket socket) throws Exception {
    SSLSocket encrypted =
        (SSLSocket)
            ServerKey.context()
                .getSocketFactory()
                .createSocket(socket, "client", socket.getPort(), true);
    encrypted.setUseClientMode(false);
    return encrypted;
  }

  @Override
  public void set(String setter, String option, Class<?> type, Object value) {
    call(server, setter, new Class<?>[] {type}, value);
  }

  @Override
  public void withoutReceivedHeaders() {
    call(server, "setDisableReceivedHeaders", new Class<?>[] {boolean.class}, true);
  }

  @Override
  public void startTls() {
    if (!application.hasTlsAlways()) {
      call(server, "setEnableTLS", new Class<?>[] {boolean.class}, true);
    }
  }

  @Override
  public void tls() {
    tls = true;
  }

  @Override
  public Object server() {
    return server;
  }

  @Override
  public int port() {
    return port;
  }
}
