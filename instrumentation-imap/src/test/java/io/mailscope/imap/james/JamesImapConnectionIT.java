// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every way a connection ends: its reason, and the gauge back at 0. */
class JamesImapConnectionIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @BeforeEach
  void theConnectionsBeforeAreGone() {
    telemetry.await(() -> telemetry.standing("imap.sessions.active") == 0);
    telemetry.reset();
  }

  @Test
  void logoutIsQuit() {
    try (JamesScenario imap = JamesScenario.start()) {
      telemetry.await(() -> telemetry.standing("imap.sessions.active") == 1);
      telemetry.reset();
      imap.send("LOGOUT").client.expect("* BYE");
      imap.client.readToEnd();
      assertThat(telemetry.awaitSpan("imap.command.logout"))
          .isRoot()
          .hasAttribute("imap.response.status", "OK")
          .hasStatusUnset();
      assertClosed("quit");
    }
  }

  @Test
  void leavingIsEof() {
    try (JamesScenario imap = JamesScenario.start().login()) {
      telemetry.awaitSpan("imap.command.login");
      imap.client.close();
      assertClosed("eof");
    }
  }

  @Test
  void aResetIsReset() {
    try (JamesScenario imap = JamesScenario.start()) {
      imap.command("NOOP");
      telemetry.awaitSpan("imap.command.noop");
      imap.client.reset();
      assertClosed("reset");
    }
  }

  @Test
  void tooManyFailuresEndItByBye() {
    try (JamesScenario imap = JamesScenario.start()) {
      for (int i = 0; i < 2; i++) {
        assertThat(imap.command("LOGIN " + imap.user + " wrong")).startsWith("NO");
      }
      telemetry.await(() -> telemetry.spans("imap.command.login").size() == 2);
      telemetry.reset();
      imap.send("LOGIN " + imap.user + " wrong").client.readToEnd();
      assertThat(telemetry.awaitSpan("imap.command.login"))
          .hasAttribute("imap.response.status", "BYE")
          .hasStatusUnset();
      assertClosed("other");
    }
  }

  @Test
  void anUnknownCommandBeforeLoginEndsItByBye() {
    try (JamesScenario imap = JamesScenario.start()) {
      imap.send("s3cret-word").client.readToEnd();
      assertThat(telemetry.awaitSpan("imap.command._other"))
          .hasAttribute("imap.response.status", "BYE")
          .hasStatusUnset();
      assertClosed("other");
      assertThat(telemetry.spans().toString()).doesNotContain("s3cret-word");
    }
  }

  @Test
  void theServersStopEndsAllAndItsListener() {
    try (JamesScenario imap = JamesScenario.start().login()) {
      ScriptedClient second = imap.connect();
      telemetry.await(() -> telemetry.standing("imap.sessions.active") == 2);
      telemetry.reset();
      imap.send("IDLE").client.expect("+");
      imap.server.restart(imap.server.imapServer());
      assertThat(telemetry.awaitSpan("imap.command.idle")).hasNoAttribute("exception.type");
      telemetry.await(() -> telemetry.standing("imap.sessions.active") == 0);
      assertThat(telemetry.sum("imap.connections.closed", Map.of("reason", "server_stop")))
          .isEqualTo(2);
      assertThat(
              telemetry.standing(
                  "mail.server.up",
                  Map.of("protocol", "imap", "server.port", (long) imap.server.ports().imap())))
          .isEqualTo(1);
      second.close();
    }
  }

  private static void assertClosed(String reason) {
    telemetry.await(() -> telemetry.standing("imap.sessions.active") == 0);
    telemetry.await(() -> telemetry.sum("imap.connections.closed") == 1);
    assertThat(telemetry.sum("imap.connections.closed", Map.of("reason", reason)))
        .as(() -> telemetry.points("imap.connections.closed", Map.of()).toString())
        .isEqualTo(1);
  }
}
