// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.Await;
import io.mailscope.testing.Secrets;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.otlp.OtlpHttpReceiver;
import io.mailscope.testing.server.FreePorts;
import io.mailscope.testing.server.GreenMailProcess;
import io.mailscope.testing.server.GreenMailVersions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Prometheus pulls, and the documented queries find what they ask for. */
class PrometheusSmokeTest {

  private static final List<String> DOCUMENTED_QUERIES =
      List.of(
          "rate(smtp_auth_failures_total[5m]) / rate(smtp_auth_attempts_total[5m])",
          "pop3_sessions_active",
          "imap_sessions_active",
          "sum by (command) (rate(pop3_commands_total[5m]))",
          "rate(imap_messages_retrieved_total[5m])");

  private static final Pattern METRIC = Pattern.compile("(smtp|pop3|imap)_\\w+");

  @Test
  void documentedQueriesFindTheirSeries() throws Exception {
    int port = FreePorts.take();
    try (GreenMailProcess server =
        GreenMailProcess.start(
            GreenMailVersions.NEWEST,
            Shipped.launch()
                .property("otel.traces.exporter", "none")
                .property("otel.metrics.exporter", "prometheus")
                .property("otel.exporter.prometheus.port", port))) {
      try (ScriptedClient pop3 = ScriptedClient.connect(server.pop3Port())) {
        pop3.expect("+OK");
        pop3.line("QUIT").expect("+OK");
      }
      Await.until(() -> scrape(port).contains("pop3_commands_total{"), () -> scrape(port));
      List<String> series = scrape(port).lines().filter(line -> !line.startsWith("#")).toList();

      Set<String> names =
          series.stream().map(line -> line.split("[{ ]")[0]).collect(Collectors.toSet());
      assertThat(names).containsAll(documentedNames());
      assertThat(only(series, "pop3_commands_total")).contains("command=\"QUIT\"");
      // The division matches series of equal labels only.
      assertThat(labels(only(series, "smtp_auth_failures_total")))
          .isEqualTo(labels(only(series, "smtp_auth_attempts_total")));
      assertThat(
              Secrets.of(GreenMailProcess.USER, GreenMailProcess.PASSWORD)
                  .foundIn(String.join("\n", series)))
          .isEmpty();
      assertThat(isOpenOnEveryAddress(port)).isFalse();
    }
  }

  @Test
  void pushAndPullGoTogether() throws Exception {
    int port = FreePorts.take();
    try (OtlpHttpReceiver telemetry = OtlpHttpReceiver.start();
        GreenMailProcess server =
            GreenMailProcess.start(
                GreenMailVersions.NEWEST,
                Shipped.launch(telemetry)
                    .property("otel.metrics.exporter", "otlp,prometheus")
                    .property("otel.exporter.prometheus.port", port))) {
      try (ScriptedClient pop3 = ScriptedClient.connect(server.pop3Port())) {
        pop3.expect("+OK");
        pop3.line("QUIT").expect("+OK");
      }
      telemetry.awaitMetrics(() -> telemetry.sum("pop3.commands") == 1);
      assertThat(scrape(port)).contains("pop3_commands_total{command=\"QUIT\"");
    }
  }

  private static Set<String> documentedNames() {
    Set<String> names = new TreeSet<>();
    for (String query : DOCUMENTED_QUERIES) {
      Matcher matcher = METRIC.matcher(query);
      while (matcher.find()) {
        names.add(matcher.group());
      }
    }
    assertThat(names).hasSize(6);
    return names;
  }

  private static String only(List<String> series, String name) {
    List<String> found = series.stream().filter(line -> line.startsWith(name + "{")).toList();
    assertThat(found).as(name).hasSize(1);
    return found.get(0);
  }

  private static String labels(String line) {
    return line.substring(line.indexOf('{'), line.indexOf('}') + 1);
  }

  private static String scrape(int port) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A second loopback address answers for those who listen on all addresses. */
  private static boolean isOpenOnEveryAddress(int port) {
    try (Socket ignored = new Socket("127.0.0.2", port)) {
      return ignored.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
