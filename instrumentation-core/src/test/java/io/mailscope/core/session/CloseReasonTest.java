// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class CloseReasonTest {

  @Test
  void tellsFailuresOfTheConnectionApart() {
    assertThat(CloseReason.of(new SocketTimeoutException("Read timed out")))
        .isEqualTo(CloseReason.TIMEOUT);
    assertThat(CloseReason.of(new SocketException("Connection reset")))
        .isEqualTo(CloseReason.RESET);
    assertThat(CloseReason.of(new EOFException())).isEqualTo(CloseReason.EOF);
    assertThat(CloseReason.of(new SSLHandshakeException("no common cipher")))
        .isEqualTo(CloseReason.TLS_FAILURE);
  }

  @Test
  void theInnermostCauseSaysMost() {
    IOException reset = new SocketException("Connection reset");
    assertThat(CloseReason.of(new IllegalStateException(new SSLHandshakeExceptionOf(reset))))
        .isEqualTo(CloseReason.RESET);
  }

  @Test
  void nativeChannelsTellTheirSystemCall() {
    assertThat(CloseReason.of(new IOException("recvAddress(..) failed: Connection reset by peer")))
        .isEqualTo(CloseReason.RESET);
    assertThat(CloseReason.of(new IOException("writevAddress(..) failed: Broken pipe")))
        .isEqualTo(CloseReason.RESET);
  }

  @Test
  void whatTheServerCouldNotConnectToIsNotTheClient() {
    assertThat(CloseReason.of(new ConnectException("Connection refused"))).isNull();
    assertThat(CloseReason.of(new NoRouteToHostException("No route to host"))).isNull();
    assertThat(CloseReason.of(new IllegalStateException(new ConnectException()))).isNull();
  }

  @Test
  void otherFailuresAreTheServersOwn() {
    assertThat(CloseReason.of(new IllegalStateException("bug"))).isNull();
    assertThat(CloseReason.of(new IOException("No space left on device"))).isNull();
    assertThat(CloseReason.of(null)).isNull();
  }

  @Test
  void aSocketThatItsOwnProcessClosedSaysSo() throws Exception {
    try (ServerSocket listener = new ServerSocket(0);
        Socket client = new Socket("127.0.0.1", listener.getLocalPort())) {
      Socket accepted = listener.accept();
      Throwable[] failure = new Throwable[1];
      Thread reader =
          new Thread(
              () -> {
                try {
                  accepted.getInputStream().read();
                } catch (IOException e) {
                  failure[0] = e;
                }
              });
      reader.start();
      accepted.close();
      reader.join();
      assertThat(client.isClosed()).isFalse();
      assertThat(CloseReason.of(failure[0])).isEqualTo(CloseReason.SERVER_STOP);
    }
  }

  private static final class SSLHandshakeExceptionOf extends SSLHandshakeException {
    SSLHandshakeExceptionOf(Throwable cause) {
      super("handshake failed");
      initCause(cause);
    }
  }
}
