// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.otlp.OtlpHttpReceiver;
import io.mailscope.testing.server.GreenMailProcess;
import io.mailscope.testing.server.GreenMailVersions;
import io.mailscope.testing.server.Launch;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A server that is asked to end gives its last telemetry away. */
class ShutdownSmokeTest {

  private static final int NEVER_MILLIS = 3_600_000;

  @Test
  void lastSpansAndMetricsAreExported() {
    try (OtlpHttpReceiver telemetry = OtlpHttpReceiver.start();
        GreenMailProcess server =
            GreenMailProcess.start(
                GreenMailVersions.NEWEST,
                Launch.withAgent(Shipped.agent())
                    .environment("OTEL_EXPORTER_OTLP_ENDPOINT", telemetry.endpoint())
                    .property("otel.bsp.schedule.delay", NEVER_MILLIS)
                    .property("otel.metric.export.interval", NEVER_MILLIS))) {
      try (ScriptedClient pop3 = ScriptedClient.connect(server.pop3Port())) {
        pop3.expect("+OK");
        pop3.line("QUIT").expect("+OK");
        pop3.readToEnd();
      }
      assertThat(telemetry.requests()).isEmpty();
      server.stop();
      assertThat(telemetry.spans("pop3.command.quit")).hasSize(1);
      assertThat(telemetry.sum("pop3.commands", Map.of("command", "QUIT"))).isEqualTo(1);
    }
  }
}
