// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.Await;
import io.mailscope.testing.ExportedMetric;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.Secrets;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.otlp.OtlpReceiver;
import io.mailscope.testing.server.MailServer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/**
 * Scripts that mean no good, and what is asked of the agent about them.
 *
 * @param scripts by protocol, each for a connection of its own
 * @param endsOutput whether the client says by the end of its stream that this was all
 * @param unlike what differs between two runs of the same server
 */
record HostileInput(Map<String, List<String>> scripts, boolean endsOutput, Pattern unlike) {

  private static final Map<String, ToIntFunction<MailServer>> PORTS =
      Map.of(
          "smtp", MailServer::submissionPort,
          "pop3", MailServer::pop3Port,
          "imap", MailServer::imapPort);

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

  /** What a server answers, by protocol and script. */
  Map<String, List<String>> transcripts(MailServer server) {
    Map<String, List<String>> transcripts = new HashMap<>();
    scripts.forEach(
        (protocol, all) -> {
          List<String> answers = new ArrayList<>();
          for (String script : all) {
            answers.add(answer(PORTS.get(protocol).applyAsInt(server), patience(server), script));
          }
          transcripts.put(protocol, answers);
        });
    return transcripts;
  }

  /** GreenMail 1.5.14 lets a connection that it failed at lie open until the next GC. */
  private static Duration patience(MailServer server) {
    return server.version().equals("1.5.14") ? Duration.ofSeconds(10) : Await.DEADLINE;
  }

  private String answer(int port, Duration patience, String script) {
    try (ScriptedClient client = ScriptedClient.connect(port)) {
      client.patience(patience);
      try {
        client.send(script);
        if (endsOutput) {
          client.endOutput();
        }
      } catch (UncheckedIOException e) {
        // Who is sent more than it wants to read may reset the connection; what it said is there.
      }
      try {
        client.readToEnd();
      } catch (UncheckedIOException e) {
        // It says no more.
      }
      return unlike.matcher(client.transcript()).replaceAll("UNLIKE");
    }
  }

  /** Both servers answered the same, byte for byte. */
  void assertSame(Map<String, List<String>> plain, Map<String, List<String>> watched) {
    scripts.forEach(
        (protocol, all) -> {
          for (int i = 0; i < all.size(); i++) {
            assertThat(watched.get(protocol).get(i))
                .as("%s to %s", protocol, abbreviated(all.get(i)))
                .isEqualTo(plain.get(protocol).get(i));
          }
        });
  }

  /** Everything ended, and nothing but closed lists got out. */
  void assertNothingTold(OtlpReceiver telemetry, Secrets secrets) {
    telemetry.awaitMetrics(
        () ->
            scripts.keySet().stream()
                .allMatch(protocol -> telemetry.standing(SmokeRun.gauge(protocol)) == 0));
    telemetry.awaitMetrics(() -> telemetry.standing("imap.sessions.idle") == 0);
    telemetry.awaitExport();
    assertThat(telemetry.spans())
        .filteredOn(span -> span.scope().startsWith("Relate.")) // James is administered by HTTP
        .extracting(ExportedSpan::name)
        .allSatisfy(name -> assertThat(name).matches("[a-z0-9]+\\.[a-z]+\\.[a-z0-9_]+"))
        .containsAll(
            scripts.keySet().stream().map(protocol -> protocol + ".command._other").toList());
    assertThat(telemetry.metrics())
        .filteredOn(metric -> !metric.scope().startsWith("io.opentelemetry"))
        .flatExtracting(ExportedMetric::points)
        .allSatisfy(point -> assertThat(CLOSED_NAMES).containsAll(point.attributes().keySet()));
    assertThat(telemetry.spans())
        .filteredOn(span -> span.toString().contains(HostileScripts.SECRET))
        .isEmpty();
    assertThat(secrets.and(HostileScripts.SECRET).foundIn(telemetry.requests())).isEmpty();
  }

  private static String abbreviated(String script) {
    String line = script.replace("\r", "\\r").replace("\n", "\\n");
    return line.length() <= 100 ? line : line.substring(0, 100) + "...";
  }
}
