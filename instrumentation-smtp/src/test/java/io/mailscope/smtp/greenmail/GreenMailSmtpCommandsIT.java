// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.greenmail;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailServer;
import io.mailscope.testing.server.GreenMailVersions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Commands over a raw socket, each with the span and the counts that it has to leave. */
class GreenMailSmtpCommandsIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void aMailIsSevenCommandsOfOneSession(String version) throws Exception {
    try (GreenMailServer server = GreenMailServer.start(version);
        ScriptedClient client = ScriptedClient.connect(server.smtpPort())) {
      client.expect("220");
      client.line("EHLO client.test").readSmtp();
      client.line("MAIL FROM:<alice@example.test>").expect("250");
      client.line("RCPT TO:<bob@example.test>").expect("250");
      client.line("RCPT TO:<carol@example.test>").expect("250");
      client.line("DATA").expect("354");
      client.send("Subject: x\r\n\r\n..dot\r\n\r\nlast\r\n.\r\n").expect("250");
      client.line("QUIT").expect("221");
      client.readToEnd();

      List<ExportedSpan> spans = telemetry.awaitSpans(7);
      telemetry.await(() -> telemetry.standing("smtp.connections.active") == 0);

      assertThat(spans.get(0)).hasName("smtp.command.ehlo").isRoot();
      assertThat(telemetry.sum("smtp.messages.received", Map.of())).isEqualTo(1);
      assertThat(telemetry.sum("smtp.bytes.received", Map.of()))
          .isEqualTo("Subject: x\r\n\r\n.dot\r\n\r\nlast\r\n".length());
    }
  }
}
