// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.JamesProtocolsServer;
import io.mailscope.testing.server.JamesProtocolsVersions;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.CsvSource;

/** However a connection ends: the gauge comes back to 0, and the reason is told. */
class JamesSmtpEndsIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @ParameterizedTest
  @ArgumentsSource(JamesProtocolsVersions.class)
  void byQuit(String version) {
    try (JamesProtocolsServer server = JamesProtocolsServer.start(version, "smtp")) {
      ScriptedClient client = JamesDialogue.greeted(server);
      assertThat(telemetry.standing("smtp.connections.active")).isEqualTo(1);
      JamesDialogue.quit(client);
      assertClosed("quit");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(JamesProtocolsVersions.class)
  void byLeavingAfterTheGreeting(String version) {
    try (JamesProtocolsServer server = JamesProtocolsServer.start(version, "smtp")) {
      JamesDialogue.greeted(server).close();
      assertClosed("eof");
      assertThat(telemetry.spans()).isEmpty();
    }
  }

  @ParameterizedTest
  @ArgumentsSource(JamesProtocolsVersions.class)
  void byResetInTheMiddleOfTheData(String version) {
    try (JamesProtocolsServer server = JamesProtocolsServer.start(version, "smtp")) {
      JamesDialogue.untilData(server).send("Subject: s3cr3t\r\n").reset();
      assertDataWithoutReply();
      assertClosed("reset");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(JamesProtocolsVersions.class)
  void byLeavingInTheMiddleOfTheData(String version) {
    try (JamesProtocolsServer server = JamesProtocolsServer.start(version, "smtp")) {
      JamesDialogue.untilData(server).send("Subject: s3cr3t\r\n").close();
      assertDataWithoutReply();
      assertClosed("eof");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(JamesProtocolsVersions.class)
  void byServerStop(String version) {
    try (JamesProtocolsServer server = JamesProtocolsServer.start(version, "smtp");
        ScriptedClient client = JamesDialogue.greeted(server)) {
      Map<String, Object> listener =
          Map.of("protocol", "smtp", "server.port", (long) server.smtpPort());
      assertThat(telemetry.standing("mail.server.up", listener)).isEqualTo(1);
      client.line("NOOP").expect("250");
      server.stop();
      assertClosed("server_stop");
      assertThat(telemetry.standing("mail.server.up", listener)).isZero();
    }
  }

  @ParameterizedTest
  @ArgumentsSource(JamesProtocolsVersions.class)
  void byTimeOut(String version) {
    try (JamesProtocolsServer server =
            JamesProtocolsServer.create(version).timeout(1).listen("smtp");
        ScriptedClient client = ScriptedClient.connect(server.smtpPort())) {
      client.readToEnd();
      assertClosed("timeout");
    }
  }

  /** On Netty 3 the channel is closed before it is bound, and James never makes a session. */
  @ParameterizedTest
  @CsvSource({"3.0.0,0", "3.2.0,0", JamesProtocolsVersions.NEWEST + ",1"})
  void byALimit(String version, int refused) {
    try (JamesProtocolsServer server =
            JamesProtocolsServer.create(version).connectionLimit(1).listen("smtp");
        ScriptedClient first = JamesDialogue.greeted(server);
        ScriptedClient second = ScriptedClient.connect(server.smtpPort())) {
      second.readToEnd();
      JamesDialogue.quit(first);
      telemetry.await(() -> telemetry.sum("smtp.connections.closed") == 1 + refused);
      assertThat(telemetry.sum("smtp.connections.closed", Map.of("reason", "other")))
          .isEqualTo(refused);
      telemetry.await(() -> telemetry.standing("smtp.connections.active") == 0);
    }
  }

  @ParameterizedTest
  @ArgumentsSource(JamesProtocolsVersions.class)
  void aLineThatIsTooLongIsACommandAndNoEnd(String version) {
    try (JamesProtocolsServer server = JamesProtocolsServer.start(version, "smtp");
        ScriptedClient client = JamesDialogue.greeted(server)) {
      client.line("NOOP " + "s3cr3t".repeat(3_000)).expect("500");
      client.line("NOOP").expect("250");
      JamesDialogue.quit(client);

      assertThat(telemetry.awaitSpan("smtp.command._other"))
          .isRoot()
          .hasStatusUnset()
          .hasAttribute("smtp.response.status_code", 500L);
      assertThat(telemetry.awaitSpans(3).toString()).doesNotContain("s3cr3t");
      assertClosed("quit");
    }
  }

  private static void assertDataWithoutReply() {
    assertThat(telemetry.awaitSpan("smtp.command.data"))
        .isRoot()
        .hasStatusUnset()
        .hasNoAttribute("smtp.response.status_code")
        .hasNoAttribute("exception.type")
        .hasNoEvents();
    assertThat(telemetry.sum("smtp.messages.received")).isZero();
    assertThat(telemetry.spans().toString()).doesNotContain("s3cr3t");
  }

  private static void assertClosed(String reason) {
    telemetry.await(() -> telemetry.sum("smtp.connections.closed") == 1);
    assertThat(telemetry.sum("smtp.connections.closed", Map.of("reason", reason))).isEqualTo(1);
    telemetry.await(() -> telemetry.standing("smtp.connections.active") == 0);
  }
}
