// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.client.ScriptedClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Each James that the tests run whole, without any agent. */
class JamesProcessTest {

  @ParameterizedTest
  @ArgumentsSource(JamesVersions.class)
  void servesItsUserOnAllProtocols(String version) {
    try (JamesProcess james = JamesProcess.start(version, Launch.plain())) {
      assertThat(answer(james.ports().smtp(), "EHLO client.example.test")).startsWith("250");
      assertThat(answer(james.ports().submission(), "NOOP")).startsWith("250");
      assertThat(answer(james.ports().lmtp(), "LHLO client.example.test")).startsWith("250");
      assertThat(answer(james.ports().pop3(), "USER " + JamesProcess.USER)).startsWith("+OK");
      assertThat(
              answer(
                  james.ports().imap(),
                  "a LOGIN " + JamesProcess.USER + " " + JamesProcess.PASSWORD))
          .startsWith("a OK");
    }
  }

  private static String answer(int port, String command) {
    try (ScriptedClient client = ScriptedClient.connect(port)) {
      client.readLine();
      client.line(command);
      return client.readLine();
    }
  }
}
