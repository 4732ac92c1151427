// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.greenmail;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.pop3.Ends;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedMetric;
import io.mailscope.testing.ExportedPoint;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailServer;
import io.mailscope.testing.server.GreenMailVersions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Names, units and attributes of the meters, and when they begin. */
class GreenMailPop3MetersIT {

  private static final Map<String, String> UNITS =
      Map.of(
          "pop3.messages.retrieved", "{message}",
          "pop3.bytes.sent", "By",
          "pop3.auth.attempts", "{attempt}",
          "pop3.auth.failures", "{failure}",
          "pop3.sessions.active", "{session}");

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void metersWithoutAttributesStartWithTheListener(String version) {
    try (GreenMailServer server = Pop3Mail.start(version)) {
      Map<String, Object> listener = Map.of("protocol", "pop3", "server.port", port(server));
      assertThat(telemetry.standing("mail.server.up", listener)).isEqualTo(1);
      for (Map.Entry<String, String> meter : UNITS.entrySet()) {
        ExportedMetric metric = telemetry.metric(meter.getKey()).orElseThrow();
        assertThat(metric.unit()).as(meter.getKey()).isEqualTo(meter.getValue());
        assertThat(metric.scope()).isEqualTo("Relate.Pop3");
        assertThat(metric.points()).singleElement().satisfies(GreenMailPop3MetersIT::plain);
        assertThat(telemetry.sum(meter.getKey())).isZero();
      }
      server.stop();
      telemetry.await(() -> telemetry.standing("mail.server.up", listener) == 0);
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void metersWithAttributesHaveNoOthers(String version) {
    try (GreenMailServer server = Pop3Mail.start(version);
        ScriptedClient client = Pop3Mail.login(server)) {
      client.line("QUIT").expect("+OK");
      Ends.with(telemetry, "quit");

      attributes("pop3.commands", "COUNTER", "{command}", Set.of("command"));
      attributes("pop3.connections.closed", "COUNTER", "{connection}", Set.of("reason"));
      attributes(
          "pop3.command.duration", "HISTOGRAM", "s", Set.of("command", "pop3.response.status"));
      assertThat(telemetry.points("pop3.command.duration", Map.of()).get(0).bounds())
          .startsWith(0.0005, 0.001)
          .endsWith(10.0, 30.0)
          .hasSize(15);
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void anExemplarJoinsADurationToItsTrace(String version) {
    try (GreenMailServer server = Pop3Mail.start(version);
        ScriptedClient client = Pop3Mail.connect(server)) {
      client.line("QUIT").expect("+OK");
      String trace = telemetry.awaitSpan("pop3.command.quit").traceId();

      List<String> exemplars =
          telemetry.points("pop3.command.duration", Map.of("command", "QUIT")).stream()
              .flatMap(point -> point.exemplarTraceIds().stream())
              .toList();
      assertThat(exemplars).contains(trace);
    }
  }

  private static void attributes(String name, String type, String unit, Set<String> keys) {
    ExportedMetric metric = telemetry.metric(name).orElseThrow();
    assertThat(metric.type()).isEqualTo(type);
    assertThat(metric.unit()).isEqualTo(unit);
    assertThat(telemetry.points(name, Map.of()))
        .filteredOn(point -> point.value().doubleValue() > 0)
        .isNotEmpty()
        .allSatisfy(point -> assertThat(point.attributes().keySet()).isEqualTo(keys));
  }

  private static void plain(ExportedPoint point) {
    assertThat(point.attributes()).isEmpty();
  }

  private static Object port(GreenMailServer server) {
    return (long) server.pop3Port();
  }
}
