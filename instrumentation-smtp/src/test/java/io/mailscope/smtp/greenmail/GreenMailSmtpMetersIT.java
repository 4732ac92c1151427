// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.greenmail;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedMetric;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailServer;
import io.mailscope.testing.server.GreenMailVersions;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** The meters as they are exported. */
class GreenMailSmtpMetersIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void thoseWithoutAttributesExistOnceTheListenerIsUp(String version) {
    try (GreenMailServer server = GreenMailServer.start(version)) {
      Map<String, Object> listener =
          Map.of("protocol", "smtp", "server.port", (long) server.smtpPort());
      telemetry.await(() -> telemetry.standing("mail.server.up", listener) == 1);
      assertMeter("smtp.messages.received", "{message}", "COUNTER");
      assertMeter("smtp.bytes.received", "By", "COUNTER");
      assertMeter("smtp.auth.attempts", "{attempt}", "COUNTER");
      assertMeter("smtp.auth.failures", "{failure}", "COUNTER");
      assertMeter("smtp.connections.active", "{connection}", "UP_DOWN_COUNTER");

      server.stop();
      telemetry.await(() -> telemetry.standing("mail.server.up", listener) == 0);
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void durationsHaveBucketsForTheirUnitAndExemplars(String version) {
    try (GreenMailServer server = GreenMailServer.start(version);
        ScriptedClient client = SmtpDialogue.untilData(server)) {
      client.send("Subject: x\r\n\r\nbody\r\n.\r\n").expect("250");
      ExportedSpan data = telemetry.awaitSpan("smtp.command.data");
      SmtpDialogue.quit(client);

      ExportedMetric durations = telemetry.metric("smtp.command.duration").orElseThrow();
      assertThat(durations.unit()).isEqualTo("s");
      assertThat(durations.scope()).isEqualTo("Relate.Smtp");
      assertThat(
              telemetry.points(
                  "smtp.command.duration", Map.of("command", "DATA", "smtp.response.class", "2xx")))
          .singleElement()
          .satisfies(
              point -> {
                assertThat(point.bounds()).startsWith(0.0005, 0.001).endsWith(10.0, 30.0);
                assertThat(point.exemplarTraceIds()).contains(data.traceId());
              });
      assertThat(telemetry.metric("smtp.message.processing.duration").orElseThrow().unit())
          .isEqualTo("ms");
      assertThat(telemetry.points("smtp.message.processing.duration", Map.of()))
          .singleElement()
          .satisfies(
              point ->
                  assertThat(point.bounds()).startsWith(0.5, 1.0).endsWith(10_000.0, 30_000.0));
    }
  }

  private static void assertMeter(String name, String unit, String type) {
    ExportedMetric metric = telemetry.metric(name).orElseThrow(() -> new AssertionError(name));
    assertThat(metric.unit()).isEqualTo(unit);
    assertThat(metric.type()).isEqualTo(type);
    assertThat(metric.scope()).isEqualTo("Relate.Smtp");
    assertThat(metric.points())
        .singleElement()
        .satisfies(point -> assertThat(point.attributes()).isEmpty());
  }
}
