// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.otlp.OtlpHttpReceiver;
import io.mailscope.testing.server.GreenMailProcess;
import io.mailscope.testing.server.GreenMailVersions;
import io.mailscope.testing.server.Launch;
import io.mailscope.testing.server.ServerJars;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bare extension in a stock agent that a user already has. */
class StockAgentSmokeTest {

  @ParameterizedTest
  @ValueSource(strings = {"2.31.1", "2.33.1"})
  void extensionWorksInTheStockAgent(String version) throws Exception {
    Launch stock =
        Launch.withAgent(ServerJars.jar("opentelemetry-javaagent", version))
            .property("otel.javaagent.extensions", Shipped.extension());
    try (OtlpHttpReceiver telemetry = OtlpHttpReceiver.start();
        GreenMailProcess server =
            GreenMailProcess.start(
                GreenMailVersions.NEWEST,
                Shipped.frequently(stock)
                    .environment("OTEL_EXPORTER_OTLP_ENDPOINT", telemetry.endpoint()))) {
      telemetry.awaitExport(); // a moment, in which GreenMail adds its users
      Mail.send(
          server.smtpPort(),
          GreenMailProcess.USER,
          GreenMailProcess.PASSWORD,
          "hatter@example.test",
          "alice@example.test");
      try (ScriptedClient pop3 = ScriptedClient.connect(server.pop3Port());
          ScriptedClient imap = ScriptedClient.connect(server.imapPort())) {
        pop3.expect("+OK");
        pop3.line("QUIT").expect("+OK");
        imap.expect("* OK");
        imap.line("a LOGOUT").readTagged("a");
      }
      telemetry.awaitSpan("smtp.message.save");
      telemetry.awaitSpan("smtp.auth.validate");
      telemetry.awaitSpan("pop3.command.quit");
      telemetry.awaitSpan("imap.command.logout");
      telemetry.awaitMetrics(() -> telemetry.sum("smtp.messages.received") == 1);
      assertThat(telemetry.resource())
          .containsEntry("service.name", "greenmail")
          .containsEntry("telemetry.distro.name", "mailscope")
          .doesNotContainKeys("process.command_args", "process.command_line");
    }
  }
}
