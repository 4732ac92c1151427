// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import io.mailscope.testing.ExportedMetric;
import io.mailscope.testing.Secrets;
import io.mailscope.testing.otlp.OtlpReceiver;
import io.mailscope.testing.server.MailServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A server under test, its user and its telemetry.
 *
 * @param metersAtStart what the counters said before anybody sent a command
 * @param surroundings ends what else was started for the run, in this order
 */
record SmokeRun(
    MailServer server,
    OtlpReceiver telemetry,
    String user,
    String password,
    Map<String, Long> metersAtStart,
    List<Runnable> surroundings)
    implements AutoCloseable {

  /**
   * A server that has just been started.
   *
   * @param protocols those that the agent sees on it
   */
  static SmokeRun of(
      MailServer server,
      OtlpReceiver telemetry,
      String user,
      String password,
      List<String> protocols,
      Runnable... surroundings) {
    telemetry.awaitExport(); // an earlier one may tell of some of the listeners only
    AtomicReference<Map<String, Long>> meters = new AtomicReference<>();
    // Waiting for the server has made connections, whose end a later export tells. The values that
    // are looked at are the ones that are kept: an export may come in between.
    telemetry.awaitMetrics(
        () -> {
          meters.set(standing(telemetry));
          return protocols.stream()
              .allMatch(name -> Long.valueOf(0).equals(meters.get().get(gauge(name))));
        });
    return new SmokeRun(server, telemetry, user, password, meters.get(), List.of(surroundings));
  }

  private static Map<String, Long> standing(OtlpReceiver telemetry) {
    return telemetry.metrics().stream()
        .filter(metric -> !metric.type().equals("HISTOGRAM"))
        .map(ExportedMetric::name)
        .distinct()
        .collect(Collectors.toMap(Function.identity(), telemetry::standing));
  }

  /** The gauge of a protocol's connections. */
  static String gauge(String protocol) {
    return protocol + (protocol.equals("smtp") ? ".connections.active" : ".sessions.active");
  }

  String email() {
    return user.contains("@") ? user : user + "@example.test";
  }

  /** What must never be exported: the user's password, and what the mails say. */
  Secrets secrets() {
    return Secrets.of(user, password)
        .and(Mail.SUBJECT)
        .and(Mail.TEXT.lines().findFirst().orElseThrow());
  }

  @Override
  public void close() {
    server.close();
    telemetry.close();
    surroundings.forEach(Runnable::run);
  }
}
