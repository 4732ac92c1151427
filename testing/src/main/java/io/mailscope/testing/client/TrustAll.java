// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** TLS without a check of the server, whose certificate in tests is its own. */
final class TrustAll implements X509TrustManager {

  static Socket socket() {
    try {
      return factory().createSocket();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** TLS over a connection that there is. */
  static Socket over(Socket socket) throws IOException {
    return factory().createSocket(socket, "127.0.0.1", socket.getPort(), true);
  }

  private static SSLSocketFactory factory() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new TrustAll()}, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType) {}

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType) {}

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
