// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.subethasmtp;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.SubEthaVersions;
import io.mailscope.testing.server.WiserServer;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Wiser is SubEtha with a list of messages. */
class WiserIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void aMessageForTwoIsOneMessage(String version) {
    try (WiserServer wiser = WiserServer.start(version);
        ScriptedClient client = ScriptedClient.connect(wiser.port())) {
      client.expect("220");
      client.line("EHLO client.test").readSmtp();
      client.line("MAIL FROM:<alice@example.test>").expect("250");
      client.line("RCPT TO:<bob@example.test>").expect("250");
      client.line("RCPT TO:<carol@example.test>").expect("250");
      client.line("DATA").expect("354");
      client.send("Subject: x\r\n\r\nhello\r\n.\r\n").expect("250");
      SubEthaDialogue.quit(client);

      assertThat(telemetry.awaitSpans(7)).hasSize(7);
      assertThat(telemetry.awaitSpan("smtp.message.save"))
          .hasParent(telemetry.awaitSpan("smtp.command.data"))
          .hasAttributesExactly(
              Map.of(
                  "smtp.buffer_size",
                  21L,
                  "smtp.from",
                  "alice@example.test",
                  "smtp.recipients_count",
                  2L));
      assertThat(wiser.messageCount()).isEqualTo(2);
      assertThat(telemetry.sum("smtp.messages.received")).isEqualTo(1);
      assertThat(telemetry.sum("smtp.bytes.received")).isEqualTo(21);
    }
  }
}
