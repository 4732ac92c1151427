// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.ExportedMetric;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.otlp.OtlpHttpReceiver;
import io.mailscope.testing.server.GreenMailProcess;
import io.mailscope.testing.server.GreenMailVersions;
import io.mailscope.testing.server.Launch;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings that change which spans and meters are made, and what a span says. */
class WhatIsMadeSmokeTest {

  @Test
  void aRefusalIsAnErrorOnItsSpanOnlyIfAskedFor() {
    try (OtlpHttpReceiver telemetry = OtlpHttpReceiver.start();
        GreenMailProcess server =
            start(
                Shipped.launch(telemetry)
                    .property("otel.instrumentation.mail.client-faults-as-errors", true))) {
      sendMail(server);

      assertThat(telemetry.awaitSpan("smtp.command.vrfy")).hasStatusUnset();
      assertThat(telemetry.awaitSpan("smtp.command.rcpt"))
          .hasStatusError()
          .hasAttribute("error.type", "503");
      Map<String, Object> series = Map.of("command", "RCPT", "smtp.response.class", "5xx");
      telemetry.awaitMetrics(() -> telemetry.count("smtp.command.duration", series) == 1);
      assertThat(telemetry.points("smtp.command.duration", series))
          .allSatisfy(point -> assertThat(point.attributes()).doesNotContainKey("error.type"));
    }
  }

  @Test
  void whatIsDisabledIsNotMadeAndNothingElseIsLost() {
    try (OtlpHttpReceiver telemetry = OtlpHttpReceiver.start();
        GreenMailProcess server =
            start(
                Shipped.launch(telemetry)
                    .property(
                        "otel.instrumentation.mail.disabled-events",
                        "smtp.command.*,smtp.bytes.received"))) {
      sendMail(server);

      ExportedSpan save = telemetry.awaitSpan("smtp.message.save");
      telemetry.awaitMetrics(() -> telemetry.sum("smtp.messages.received") == 1);
      assertThat(telemetry.spans())
          .as("the command spans are gone, so its child has no parent")
          .containsExactly(save);
      assertThat(save).isRoot();
      assertThat(telemetry.metrics())
          .extracting(ExportedMetric::name)
          .contains("smtp.commands", "smtp.command.duration")
          .doesNotContain("smtp.bytes.received");
      assertThat(telemetry.sum("smtp.commands", Map.of("command", "DATA"))).isEqualTo(1);
    }
  }

  @Test
  void addressesFollowThePolicy() {
    for (String policy : List.of("hash", "domain", "none")) {
      try (OtlpHttpReceiver telemetry = OtlpHttpReceiver.start();
          GreenMailProcess server =
              start(
                  Shipped.launch(telemetry)
                      .property("otel.instrumentation.mail.capture-user", policy)
                      .property("otel.instrumentation.mail.capture-user-key", "k".repeat(16)))) {
        sendMail(server);

        Map<String, Object> save = telemetry.awaitSpan("smtp.message.save").attributes();
        switch (policy) {
          case "hash" -> assertThat((String) save.get("smtp.from")).matches("[0-9a-f]{32}");
          case "domain" ->
              assertThat(save)
                  .containsEntry("smtp.from", "sender.test")
                  .containsEntry("smtp.message_id", "id.test");
          default -> assertThat(save).doesNotContainKeys("smtp.from", "smtp.message_id");
        }
        assertThat(save.toString()).doesNotContain("alice", "unique");
      }
    }
  }

  private static GreenMailProcess start(Launch launch) {
    return GreenMailProcess.start(GreenMailVersions.NEWEST, launch);
  }

  private static void sendMail(GreenMailProcess server) {
    try (ScriptedClient client = ScriptedClient.connect(server.smtpPort())) {
      client.expect("220");
      client.line("RCPT TO:<bob@example.test>").expect("503");
      client.line("VRFY bob").expect("252");
      client.line("MAIL FROM:<alice@sender.test>").expect("250");
      client.line("RCPT TO:<bob@example.test>").expect("250");
      client.line("DATA").expect("354");
      client.send("Message-ID: <unique@id.test>\r\n\r\nhello\r\n.\r\n").expect("250");
      client.line("QUIT").expect("221");
    }
  }
}
