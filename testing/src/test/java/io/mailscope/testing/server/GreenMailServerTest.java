// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailscope.testing.Await;
import io.mailscope.testing.client.ScriptedClient;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** GreenMail of each version, in this JVM and without an agent. */
class GreenMailServerTest {

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void mailGoesInAndOut(String version) {
    try (GreenMailServer server = GreenMailServer.start(version)) {
      server.setUser("alice@example.test", "alice", "secret");
      assertThat(server.greenMail().getClass().getClassLoader()).isSameAs(server.classLoader());
      try (ScriptedClient smtp = ScriptedClient.connect(server.smtpPort())) {
        smtp.expect("220");
        for (String line :
            List.of("MAIL FROM:<hatter@example.test>", "RCPT TO:<alice@example.test>")) {
          smtp.line(line).expect("250");
        }
        smtp.line("DATA").expect("354");
        smtp.line("Subject: tea").line("").line("at four").line(".").expect("250");
      }
      Await.until(() -> server.messageCount() == 1, () -> "the message");
      try (ScriptedClient imap = ScriptedClient.connect(server.imapPort())) {
        imap.expect("* OK");
        imap.line("a LOGIN alice secret");
        assertThat(imap.readTagged("a")).last().asString().startsWith("a OK");
      }
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void tlsPortsGreetAndStopCloses(String version) {
    GreenMailServer server = GreenMailServer.start(version, "smtps", "pop3s", "imaps");
    for (String protocol : List.of("smtps", "pop3s", "imaps")) {
      try (ScriptedClient client = ScriptedClient.connectTls(server.port(protocol))) {
        assertThat(client.readLine()).as(protocol).isNotEmpty();
      }
    }
    int port = server.pop3Port();
    server.stop();
    assertThatThrownBy(() -> ScriptedClient.connect(port)).isInstanceOf(UncheckedIOException.class);
  }
}
