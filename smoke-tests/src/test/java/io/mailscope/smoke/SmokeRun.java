// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import io.mailscope.testing.ExportedMetric;
import io.mailscope.testing.Secrets;
import io.mailscope.testing.otlp.OtlpReceiver;
import io.mailscope.testing.server.MailServer;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A server under test, its user and its telemetry.
 *
 * @param metersAtStart what the counters said before anybody sent a command
 */
record SmokeRun(
    MailServer server,
    OtlpReceiver telemetry,
    String user,
    String password,
    Map<String, Long> metersAtStart)
    implements AutoCloseable {

  static SmokeRun of(MailServer server, OtlpReceiver telemetry, String user, String password) {
    // Waiting for the server has made connections, whose end a later export tells.
    telemetry.awaitMetrics(
        () ->
            telemetry.metric("imap.sessions.active").isPresent()
                && telemetry.metric("pop3.sessions.active").isPresent()
                && telemetry.metric("smtp.connections.active").isPresent()
                && telemetry.standing("imap.sessions.active") == 0
                && telemetry.standing("pop3.sessions.active") == 0
                && telemetry.standing("smtp.connections.active") == 0);
    Map<String, Long> meters =
        telemetry.metrics().stream()
            .filter(metric -> !metric.type().equals("HISTOGRAM"))
            .map(ExportedMetric::name)
            .distinct()
            .collect(Collectors.toMap(Function.identity(), telemetry::standing));
    return new SmokeRun(server, telemetry, user, password, meters);
  }

  String email() {
    return user + "@example.test";
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
  }
}
