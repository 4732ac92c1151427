// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.greenmail;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.server.GreenMailServer;
import io.mailscope.testing.server.GreenMailVersions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** What is there before any client came. */
class GreenMailImapListenerIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void aListenerIsUpFromBindToClose(String version) {
    Map<String, Object> imap;
    try (GreenMailServer server = GreenMailServer.start(version, "imaps")) {
      imap = Map.of("protocol", "imap", "server.port", (long) server.imapPort());
      assertThat(telemetry.standing("mail.server.up", imap)).isEqualTo(1);
      assertThat(
              telemetry.standing(
                  "mail.server.up", Map.of("server.port", (long) server.port("imaps"))))
          .isEqualTo(1);
      for (String name :
          List.of(
              "imap.messages.retrieved",
              "imap.bytes.sent",
              "imap.auth.attempts",
              "imap.auth.failures",
              "imap.sessions.active",
              "imap.sessions.idle")) {
        assertThat(telemetry.metric(name)).as(name).isPresent();
      }
    }
    telemetry.await(() -> telemetry.standing("mail.server.up", imap) == 0);
  }
}
