// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.greenmail;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailServer;
import io.mailscope.testing.server.GreenMailVersions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way a connection ends: its reason, and the gauge back at 0. */
class GreenMailImapConnectionIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void logoutIsQuit(String version) {
    try (ImapScenario imap = ImapScenario.start(version)) {
      assertThat(telemetry.standing("imap.sessions.active")).isEqualTo(1);
      imap.send("LOGOUT").client.expect("* BYE");
      imap.client.readToEnd();
      assertThat(telemetry.awaitSpans(1).get(0))
          .hasName("imap.command.logout")
          .hasAttribute("imap.response.status", "OK")
          .hasStatusUnset();
      assertClosed("quit");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void leavingBetweenCommandsIsEof(String version) {
    try (ImapScenario imap = ImapScenario.start(version).login()) {
      imap.client.close();
      assertClosed("eof");
      assertThat(telemetry.awaitSpans(1).get(0)).hasName("imap.command.login");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void halfALineIsNoCommand(String version) {
    try (GreenMailServer server = GreenMailServer.start(version)) {
      for (String half : List.of("", "a", "a ", "a NOO", "a NOOP", "a UID")) {
        telemetry.reset();
        leaveAfter(half, server);
        assertClosed("eof");
        assertThat(telemetry.spans()).as(half).isEmpty();
        assertThat(telemetry.sum("imap.commands")).as(half).isZero();
      }
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void aCommandWithoutItsEndIsNoFailureOfTheServer(String version) {
    try (GreenMailServer server = GreenMailServer.start(version)) {
      for (String half :
          List.of("a LOGIN ", "a LOGIN al", "a LOGIN alice {6}\r\n", "a LOGIN alice \"se")) {
        telemetry.reset();
        leaveAfter(half, server);
        assertClosed("eof");
        assertThat(telemetry.awaitSpans(1).get(0))
            .hasName("imap.command.login")
            .hasStatusUnset()
            .hasNoEvents()
            .hasNoAttribute("exception.type");
      }
    }
  }

  private static void leaveAfter(String half, GreenMailServer server) {
    try (ScriptedClient client = ScriptedClient.connect(server.imapPort())) {
      client.expect("* OK");
      client.send(half).endOutput().readToEnd();
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void aClientThatVanishesWhileItFetchesGetsNoFurtherMessages(String version) {
    int fetches = 400;
    try (ImapScenario imap = ImapScenario.start(version)) {
      imap.deliver("Subject: big", "", ("0".repeat(70) + "\r\n").repeat(1_500)).login().select();
      telemetry.awaitSpan("imap.command.select");
      long octets = imap.octetsOf("FETCH 1 BODY.PEEK[]");
      telemetry.awaitSpan("imap.command.fetch");
      telemetry.reset();
      imap.client.send("a FETCH 1 BODY.PEEK[]\r\n".repeat(fetches)).expect("* 1 FETCH");
      imap.client.reset();

      assertClosed("reset");
      assertThat(telemetry.sum("imap.bytes.sent")).isLessThan(octets * fetches);
      assertThat(telemetry.sum("imap.bytes.sent"))
          .isEqualTo(octets * telemetry.sum("imap.messages.retrieved"));
      assertThat(telemetry.spans()).allMatch(span -> span.statusCode().equals("UNSET"));
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void aResetIsReset(String version) {
    try (ImapScenario imap = ImapScenario.start(version).login()) {
      telemetry.awaitSpan("imap.command.login");
      imap.client.reset();
      assertClosed("reset");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void theServersStopIsServerStop(String version) {
    try (ImapScenario imap = ImapScenario.start(version).login()) {
      imap.server.stop();
      assertClosed("server_stop");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void aDeletedMailboxTakesItsSessionsAlong(String version) {
    try (ImapScenario deleting = ImapScenario.start(version).login();
        ScriptedClient selecting = ScriptedClient.connect(deleting.server.imapPort())) {
      deleting.command("CREATE work");
      selecting.expect("* OK");
      selecting.line("b LOGIN alice secret").expect("b OK");
      selecting.line("c SELECT work").readTagged("c");
      telemetry.awaitSpan("imap.command.select");
      assertThat(deleting.command("DELETE work")).startsWith("OK");
      selecting.expect("* BYE");
      selecting.readToEnd();

      assertThat(telemetry.awaitSpan("imap.command.delete"))
          .hasAttribute("imap.response.status", "OK")
          .hasStatusUnset();
      telemetry.await(() -> telemetry.standing("imap.sessions.active") == 1);
      assertThat(telemetry.sum("imap.connections.closed", Map.of("reason", "server_stop")))
          .isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.6.15", "2.0.1", "2.1.13"})
  void silenceIsTimeout(String version) {
    try (ImapScenario imap = ImapScenario.start(version)) {
      imap.client.line("a LOGOUT").readToEnd();
      assertClosed("quit");
      telemetry.reset();
      ImapTimeout.set(imap.server, 100);
      try (ScriptedClient silent = ScriptedClient.connect(imap.server.imapPort())) {
        silent.expect("* OK");
        silent.readToEnd();
        assertClosed("timeout");
      }
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void tlsIsToldByItsVersion(String version) {
    try (GreenMailServer server = GreenMailServer.start(version, "imaps");
        ScriptedClient client = ScriptedClient.connectTls(server.port("imaps"))) {
      client.expect("* OK");
      client.line("a NOOP").expect("a OK");
      ExportedSpan noop = telemetry.awaitSpan("imap.command.noop");
      assertThat(noop)
          .hasAttribute("server.port", (long) server.port("imaps"))
          .hasAttribute("network.protocol.name", "imap");
      assertThat((String) noop.attribute("tls.protocol.version")).startsWith("TLSv1.");
      client.line("b LOGOUT").readToEnd();
      assertClosed("quit");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void plainTextOnATlsPortIsATlsFailure(String version) {
    try (GreenMailServer server = GreenMailServer.start(version, "imaps");
        ScriptedClient client = ScriptedClient.connect(server.port("imaps"))) {
      client.line("a NOOP").readToEnd();
      assertClosed("tls_failure");
      assertThat(telemetry.spans()).isEmpty();
    }
  }

  private static void assertClosed(String reason) {
    telemetry.await(() -> telemetry.sum("imap.connections.closed") >= 1);
    assertThat(telemetry.points("imap.connections.closed", Map.of()))
        .filteredOn(point -> point.value().longValue() > 0)
        .extracting(point -> point.attributes().get("reason"))
        .containsExactly(reason);
    telemetry.await(() -> telemetry.standing("imap.sessions.active") == 0);
  }
}
