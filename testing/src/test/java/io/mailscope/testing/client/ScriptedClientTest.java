// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScriptedClientTest {

  private ServerSocket listener;
  private ScriptedClient client;
  private Socket server;

  @BeforeEach
  void connect() throws IOException {
    listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    client = ScriptedClient.connect(listener.getLocalPort());
    server = listener.accept();
  }

  @AfterEach
  void disconnect() throws IOException {
    client.close();
    server.close();
    listener.close();
  }

  @Test
  void sendsWhatItIsTold() throws IOException {
    client.line("NOOP").send("bare\rCR").sendBytes(new byte[] {0, (byte) 0xff});
    client.endOutput();
    assertThat(server.getInputStream().readAllBytes())
        .isEqualTo("NOOP\r\nbare\rCR\0\u00ff".getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void readsRepliesOfAllThreeProtocols() throws IOException {
    reply("250-one\r\n250 two\r\n+OK\r\nline\r\n.\r\n-ERR no\r\n* 1 EXISTS\r\na1 OK done\r\n");
    assertThat(client.readSmtp()).containsExactly("250-one", "250 two");
    assertThat(client.readPop3MultiLine()).containsExactly("+OK", "line", ".");
    assertThat(client.readPop3MultiLine()).containsExactly("-ERR no");
    assertThat(client.readTagged("a1")).containsExactly("* 1 EXISTS", "a1 OK done");
    assertThat(client.transcript()).startsWith("250-one\r\n").endsWith("a1 OK done\r\n");
  }

  @Test
  void expectFailsOnAnotherReply() throws IOException {
    reply("-ERR\r\n");
    assertThatThrownBy(() -> client.expect("+OK"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("-ERR");
  }

  @Test
  void endOfTheConnectionIsNull() throws IOException {
    reply("rest");
    server.close();
    assertThat(client.readToEnd()).isEqualTo("rest");
    assertThat(client.readLine()).isNull();
  }

  @Test
  void silentServerIsAnError() {
    client.patience(Duration.ofMillis(20));
    assertThatThrownBy(client::readLine).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void resetIsSeenAsOne() {
    client.reset();
    assertThatThrownBy(() -> server.getInputStream().read())
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("reset");
  }

  private void reply(String text) throws IOException {
    server.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
