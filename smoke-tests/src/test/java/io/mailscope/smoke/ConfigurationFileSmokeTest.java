// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.otlp.OtlpHttpReceiver;
import io.mailscope.testing.server.GreenMailProcess;
import io.mailscope.testing.server.GreenMailVersions;
import io.mailscope.testing.server.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With OpenTelemetry's configuration file the agent works as with properties. */
class ConfigurationFileSmokeTest {

  private static final String FILE =
      """
      file_format: "1.1"
      resource:
        detection/development:
          detectors:
            - service:
            - process:
      tracer_provider:
        processors:
          - batch:
              schedule_delay: 200
              exporter:
                otlp_http:
                  endpoint: ENDPOINT/v1/traces
      meter_provider:
        readers:
          - periodic:
              interval: 200
              exporter:
                otlp_http:
                  endpoint: ENDPOINT/v1/metrics
      instrumentation/development:
        java:
          mail:
            capture_user: none
      """;

  @TempDir Path directory;

  @Test
  void fileConfiguresAll() throws IOException {
    try (OtlpHttpReceiver telemetry = OtlpHttpReceiver.start()) {
      Path file = directory.resolve("otel.yaml");
      Files.writeString(file, FILE.replace("ENDPOINT", telemetry.endpoint()));
      try (GreenMailProcess server =
          GreenMailProcess.start(
              GreenMailVersions.NEWEST,
              Launch.withAgent(Shipped.agent()).property("otel.config.file", file))) {
        telemetry.awaitExport(); // a moment, in which GreenMail adds its users
        try (ScriptedClient pop3 = ScriptedClient.connect(server.pop3Port())) {
          pop3.expect("+OK");
          pop3.line("USER " + GreenMailProcess.USER).expect("+OK");
          pop3.line("PASS " + GreenMailProcess.PASSWORD).expect("+OK");
          pop3.line("QUIT").expect("+OK");
        }
        telemetry.awaitSpan("pop3.command.quit");
        telemetry.awaitMetrics(() -> telemetry.sum("pop3.commands") == 3);
        assertThat(telemetry.awaitSpan("pop3.auth.validate").attributes())
            .containsEntry("pop3.auth.success", true)
            .doesNotContainKey("pop3.auth.user");
        assertThat(telemetry.resource())
            .containsEntry("service.name", "greenmail")
            .containsEntry("service.version", GreenMailVersions.NEWEST)
            .containsEntry("telemetry.distro.name", "mailscope")
            .doesNotContainKeys("process.command_args", "process.command_line");
      }
    }
  }
}
