// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.greenmail;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.client.ScriptedClient;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** IDLE (RFC 2177), which GreenMail has since 1.6. */
class GreenMailImapIdleIT {

  private static final long WAIT_NANOS = 100_000_000L;

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @ParameterizedTest
  @ValueSource(strings = {"1.6.15", "2.0.1", "2.1.13"})
  void lastsUntilTheReplyToDone(String version) {
    try (ImapScenario imap = idling(version)) {
      assertThat(telemetry.standing("imap.sessions.idle")).isEqualTo(1);
      imap.deliver("Subject: news", "", "news");
      assertThat(telemetry.spans("imap.command.idle")).isEmpty();
      long start = System.nanoTime();
      telemetry.await(() -> System.nanoTime() - start > WAIT_NANOS);
      imap.client.line("DONE");
      // Told before that only if GreenMail listened already: it invites to wait, then listens.
      assertThat(imap.reply()).contains("* 1 EXISTS");

      ExportedSpan idle = telemetry.awaitSpan("imap.command.idle");
      assertThat(idle)
          .isRoot()
          .hasStatusUnset()
          .hasAttribute("imap.command", "IDLE")
          .hasAttribute("imap.state", "Selected")
          .hasAttribute("imap.response.status", "OK");
      assertThat(idle.endEpochNanos() - idle.startEpochNanos()).isGreaterThan(WAIT_NANOS);
      assertThat(telemetry.standing("imap.sessions.idle")).isZero();
      assertThat(telemetry.sum("imap.commands", Map.of("command", "IDLE"))).isEqualTo(1);
      assertThat(telemetry.count("imap.command.duration", Map.of("command", "IDLE"))).isZero();
      assertThat(imap.command("NOOP")).startsWith("OK");
      telemetry.awaitSpan("imap.command.noop");
      assertThat(telemetry.count("imap.command.duration", Map.of("command", "NOOP"))).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.6.15", "2.0.1", "2.1.13"})
  void outlivesTheTimeOutOfOtherCommands(String version) {
    try (ImapScenario imap = ImapScenario.start(version)) {
      ImapTimeout.set(imap.server, 5_000);
      try (ScriptedClient client = ScriptedClient.connect(imap.server.imapPort())) {
        client.expect("* OK");
        client.line("a LOGIN alice secret").expect("a OK");
        client.line("b SELECT INBOX").readTagged("b");
        long start = System.nanoTime();
        client.line("c IDLE").expect("+");
        telemetry.await(() -> System.nanoTime() - start > 6_000_000_000L);
        assertThat(telemetry.standing("imap.sessions.idle")).isEqualTo(1);
        client.line("DONE").expect("c OK");
        client.line("d LOGOUT").readToEnd();
      }
      assertThat(telemetry.awaitSpan("imap.command.idle"))
          .hasStatusUnset()
          .hasAttribute("imap.response.status", "OK");
      telemetry.await(
          () -> telemetry.sum("imap.connections.closed", Map.of("reason", "quit")) == 1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.6.15", "2.0.1", "2.1.13"})
  void aClientThatVanishesIsNoFailureOfTheServer(String version) {
    try (ImapScenario imap = idling(version)) {
      imap.client.close();
      ExportedSpan idle = telemetry.awaitSpan("imap.command.idle");
      assertThat(idle).hasStatusUnset().hasNoAttribute("exception.type").hasNoEvents();
      telemetry.await(() -> telemetry.standing("imap.sessions.active") == 0);
      assertThat(telemetry.standing("imap.sessions.idle")).isZero();
      assertThat(telemetry.sum("imap.connections.closed", Map.of("reason", "eof"))).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.6.15", "2.0.1", "2.1.13"})
  void theServersStopEndsIt(String version) {
    try (ImapScenario imap = idling(version)) {
      imap.server.stop();
      assertThat(telemetry.awaitSpan("imap.command.idle")).hasNoAttribute("exception.type");
      telemetry.await(() -> telemetry.standing("imap.sessions.active") == 0);
      assertThat(telemetry.standing("imap.sessions.idle")).isZero();
      assertThat(telemetry.sum("imap.connections.closed", Map.of("reason", "server_stop")))
          .isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.6.15", "2.0.1", "2.1.13"})
  void aSessionThatMayNotIdleIsNotCounted(String version) {
    try (ImapScenario imap = ImapScenario.start(version).login()) {
      assertThat(imap.command("IDLE")).startsWith("NO");
      assertThat(telemetry.awaitSpan("imap.command.idle"))
          .hasAttribute("imap.state", "Authenticated")
          .hasAttribute("imap.response.status", "NO");
      assertThat(telemetry.standing("imap.sessions.idle")).isZero();
    }
  }

  @Test
  void anOlderServerDoesNotKnowIt() {
    try (ImapScenario imap = ImapScenario.start("1.5.14").login().select()) {
      assertThat(imap.command("IDLE")).startsWith("BAD");
      assertThat(telemetry.awaitSpan("imap.command.idle"))
          .hasAttribute("imap.command", "IDLE")
          .hasAttribute("imap.response.status", "BAD");
      assertThat(telemetry.standing("imap.sessions.idle")).isZero();
    }
  }

  private static ImapScenario idling(String version) {
    ImapScenario imap = ImapScenario.start(version).login().select();
    imap.send("IDLE").client.expect("+");
    telemetry.await(() -> telemetry.standing("imap.sessions.idle") == 1);
    return imap;
  }
}
