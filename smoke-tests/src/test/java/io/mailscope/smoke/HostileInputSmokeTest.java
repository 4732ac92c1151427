// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.ExportedMetric;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.Secrets;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.otlp.OtlpHttpReceiver;
import io.mailscope.testing.server.GreenMailProcess;
import io.mailscope.testing.server.GreenMailVersions;
import io.mailscope.testing.server.Launch;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Whatever a client sends, the server answers byte for byte as without the agent, and nothing of it
 * gets out.
 */
class HostileInputSmokeTest {

  private static final Map<String, ToIntFunction<GreenMailProcess>> PORTS =
      Map.of(
          "smtp", GreenMailProcess::smtpPort,
          "pop3", GreenMailProcess::pop3Port,
          "imap", GreenMailProcess::imapPort);

  // What differs between two runs of the same server: times of day, and what is made of them.
  private static final Pattern TIMES =
      Pattern.compile("(UIDVALIDITY |APPENDUID )\\d+|\\w{3} \\w{3} \\d+ [\\d:]+ \\w+ \\d+");

  private static final Set<String> CLOSED_NAMES =
      Set.of(
          "command",
          "smtp.response.class",
          "pop3.response.status",
          "imap.response.status",
          "reason",
          "result",
          "mechanism",
          "error.type",
          "protocol",
          "server.port",
          "module",
          "state");

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void changesNothingAndTellsNothing(String version) {
    Map<String, List<String>> plain;
    try (GreenMailProcess server = GreenMailProcess.start(version, Launch.plain())) {
      plain = transcripts(server);
    }
    try (OtlpHttpReceiver telemetry = OtlpHttpReceiver.start();
        GreenMailProcess server = GreenMailProcess.start(version, Shipped.launch(telemetry))) {
      Map<String, List<String>> watched = transcripts(server);

      for (String protocol : PORTS.keySet()) {
        List<String> scripts = HostileScripts.all().get(protocol);
        for (int i = 0; i < scripts.size(); i++) {
          assertThat(watched.get(protocol).get(i))
              .as("%s to %s", protocol, abbreviated(scripts.get(i)))
              .isEqualTo(plain.get(protocol).get(i));
        }
      }
      telemetry.awaitMetrics(
          () ->
              telemetry.standing("smtp.connections.active") == 0
                  && telemetry.standing("pop3.sessions.active") == 0
                  && telemetry.standing("imap.sessions.active") == 0
                  && telemetry.standing("imap.sessions.idle") == 0);
      telemetry.awaitExport();
      assertThat(telemetry.spans())
          .extracting(ExportedSpan::name)
          .allSatisfy(name -> assertThat(name).matches("[a-z0-9]+\\.[a-z]+\\.[a-z0-9_]+"))
          .contains("smtp.command._other", "pop3.command._other", "imap.command._other");
      assertThat(telemetry.metrics())
          .filteredOn(metric -> !metric.scope().startsWith("io.opentelemetry"))
          .flatExtracting(ExportedMetric::points)
          .allSatisfy(point -> assertThat(CLOSED_NAMES).containsAll(point.attributes().keySet()));
      assertThat(
              Secrets.of(GreenMailProcess.USER, GreenMailProcess.PASSWORD)
                  .and(HostileScripts.SECRET)
                  .foundIn(telemetry.requests()))
          .isEmpty();
    }
  }

  private static Map<String, List<String>> transcripts(GreenMailProcess server) {
    Map<String, List<String>> transcripts = new HashMap<>();
    HostileScripts.all()
        .forEach(
            (protocol, scripts) -> {
              List<String> answers = new ArrayList<>();
              for (String script : scripts) {
                answers.add(answer(PORTS.get(protocol).applyAsInt(server), script));
              }
              transcripts.put(protocol, answers);
            });
    return transcripts;
  }

  private static String answer(int port, String script) {
    try (ScriptedClient client = ScriptedClient.connect(port)) {
      client.patience(Duration.ofSeconds(4)).send(script).endOutput();
      try {
        client.readToEnd();
      } catch (UncheckedIOException e) {
        // GreenMail 1.5.14 lets a connection that it failed at lie open until the next GC.
      }
      return TIMES.matcher(client.transcript()).replaceAll("TIME");
    }
  }

  private static String abbreviated(String script) {
    String line = script.replace("\r", "\\r").replace("\n", "\\n");
    return line.length() <= 100 ? line : line.substring(0, 100) + "...";
  }
}
