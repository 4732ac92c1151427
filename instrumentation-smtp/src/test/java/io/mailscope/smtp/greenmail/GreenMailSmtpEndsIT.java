// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.greenmail;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.smtp.UnfinishedMail;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailServer;
import io.mailscope.testing.server.GreenMailVersions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.MethodSource;

/** However a connection ends: the gauge comes back to 0, and the reason is told. */
class GreenMailSmtpEndsIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void byQuit(String version) {
    try (GreenMailServer server = GreenMailServer.start(version)) {
      SmtpDialogue.quit(SmtpDialogue.greeted(server));
      assertClosed("quit");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void byLeavingAfterTheGreeting(String version) {
    try (GreenMailServer server = GreenMailServer.start(version)) {
      ScriptedClient client = SmtpDialogue.greeted(server);
      assertThat(telemetry.standing("smtp.connections.active")).isEqualTo(1);
      client.close();
      assertClosed("eof");
      assertThat(telemetry.spans()).isEmpty();
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void byReset(String version) {
    try (GreenMailServer server = GreenMailServer.start(version)) {
      SmtpDialogue.greeted(server).reset();
      assertClosed("reset");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void byLeavingInTheMiddleOfTheData(String version) {
    try (GreenMailServer server = GreenMailServer.start(version)) {
      SmtpDialogue.untilData(server).send("Subject: s3cr3t\r\n\r\ns3cr3t content\r\n").close();

      assertDataWithoutReply();
      assertClosed("eof");
      assertThat(telemetry.spans().toString()).doesNotContain("s3cr3t");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void byResetInTheMiddleOfTheData(String version) {
    try (GreenMailServer server = GreenMailServer.start(version)) {
      SmtpDialogue.untilData(server).send("Subject: x\r\n").reset();

      assertDataWithoutReply();
      assertClosed("reset");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void byServerStop(String version) {
    GreenMailServer server = GreenMailServer.start(version);
    try (ScriptedClient client = SmtpDialogue.greeted(server)) {
      client.line("NOOP").expect("250");
      server.stop();
      assertClosed("server_stop");
    }
  }

  @ParameterizedTest
  @MethodSource("io.mailscope.testing.server.GreenMailVersions#withClientTimeout")
  void byTimeOut(String version) {
    try (GreenMailServer server = GreenMailServer.start(version).clientTimeout("smtp", 200);
        ScriptedClient client = SmtpDialogue.greeted(server)) {
      client.expect("421");
      assertClosed("timeout");
      assertThat(telemetry.spans()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("io.mailscope.testing.server.GreenMailVersions#withClientTimeout")
  void byTimeOutInTheMiddleOfTheData(String version) {
    try (GreenMailServer server = GreenMailServer.start(version).clientTimeout("smtp", 2_000);
        ScriptedClient client = ScriptedClient.connect(server.smtpPort())) {
      UnfinishedMail.send(client);
      client.readToEnd();
      assertDataWithoutReply();
      assertClosed("timeout");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void byFailedHandshake(String version) {
    try (GreenMailServer server = GreenMailServer.start(version, "smtps");
        ScriptedClient client = ScriptedClient.connect(server.port("smtps"))) {
      client.line("this is no handshake").readToEnd();
      assertClosed("tls_failure");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void encryptedCommandsTellTheirVersion(String version) {
    try (GreenMailServer server = GreenMailServer.start(version, "smtps");
        ScriptedClient client = ScriptedClient.connectTls(server.port("smtps"))) {
      client.expect("220");
      client.line("NOOP").expect("250");
      SmtpDialogue.quit(client);

      assertThat(telemetry.awaitSpan("smtp.command.noop"))
          .hasAttribute("tls.protocol.version", "TLSv1.3")
          .hasAttribute("server.port", (long) server.port("smtps"));
      assertClosed("quit");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void quitEndsWithItsReplyThoughClosingWaitsForTheClient(String version) {
    try (GreenMailServer server = GreenMailServer.start(version, "smtps")) {
      ScriptedClient client = ScriptedClient.connectTls(server.port("smtps"));
      client.expect("220");
      client.line("QUIT").expect("221");
      assertThat(telemetry.awaitSpan("smtp.command.quit"))
          .hasAttribute("smtp.response.status_code", 221L);
      client.close();
      assertClosed("quit");
    }
  }

  @Test
  void aHundredConnectionsLeaveNothingOpen() {
    try (GreenMailServer server = GreenMailServer.start(GreenMailVersions.NEWEST)) {
      for (int i = 0; i < 100; i++) {
        SmtpDialogue.greeted(server).close();
      }
      telemetry.await(() -> closed("eof") == 100);
      telemetry.await(() -> telemetry.standing("smtp.connections.active") == 0);
    }
  }

  private static void assertDataWithoutReply() {
    ExportedSpan data = telemetry.awaitSpan("smtp.command.data");
    assertThat(data)
        .isRoot()
        .hasStatusUnset()
        .hasNoAttribute("smtp.response.status_code")
        .hasNoAttribute("exception.type")
        .hasNoEvents();
    telemetry.await(
        () ->
            telemetry.count(
                    "smtp.command.duration",
                    Map.of("command", "DATA", "smtp.response.class", "none"))
                == 1);
    assertThat(telemetry.sum("smtp.messages.received")).isZero();
    assertThat(telemetry.count("smtp.message.processing.duration", Map.of())).isZero();
  }

  private static void assertClosed(String reason) {
    telemetry.await(() -> telemetry.standing("smtp.connections.active") == 0);
    assertThat(telemetry.points("smtp.connections.closed", Map.of()))
        .filteredOn(point -> point.value().longValue() == 1)
        .extracting(point -> point.attributes().get("reason"))
        .containsExactly(reason);
    telemetry.await(() -> telemetry.standing("smtp.connections.active") == 0);
  }

  private static long closed(String reason) {
    return telemetry.sum("smtp.connections.closed", Map.of("reason", reason));
  }
}
