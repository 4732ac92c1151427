// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Commands that are answered after James is done with their work. Their replies are not read: James
 * 3.8 has two threads write one, which can lose parts of it.
 */
class JamesImapWaitingIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @Test
  void idleLastsToTheReplyToDone() {
    try (JamesScenario imap = JamesScenario.start().login().select()) {
      telemetry.awaitSpan("imap.command.select");
      imap.send("IDLE").client.expect("+");
      telemetry.await(() -> telemetry.standing("imap.sessions.idle") == 1);
      assertThat(telemetry.spans("imap.command.idle")).isEmpty();
      long start = System.nanoTime();
      telemetry.await(() -> System.nanoTime() - start > 100_000_000L);
      imap.client.line("DONE");
      ExportedSpan idle = telemetry.awaitSpan("imap.command.idle");
      assertThat(idle).isRoot().hasAttribute("imap.response.status", "OK").hasStatusUnset();
      assertThat(idle.endEpochNanos() - idle.startEpochNanos()).isGreaterThan(100_000_000L);
      telemetry.await(() -> telemetry.standing("imap.sessions.idle") == 0);
      assertThat(telemetry.count("imap.command.duration", Map.of("command", "IDLE"))).isZero();
      imap.send("NOOP");
      assertThat(telemetry.awaitSpan("imap.command.noop")).isRoot();
    }
  }

  @Test
  void aWordInPlaceOfDoneIsRefusedAndNotKept() {
    try (JamesScenario imap = JamesScenario.start().login().select()) {
      imap.send("IDLE").client.expect("+");
      imap.client.line("s3cret-word");
      assertThat(telemetry.awaitSpan("imap.command.idle"))
          .hasAttribute("imap.response.status", "BAD")
          .hasStatusUnset();
      assertThat(telemetry.spans().toString()).doesNotContain("s3cret-word");
    }
  }

  @Test
  void aClientThatLeavesEndsIdle() {
    try (JamesScenario imap = JamesScenario.start().login().select()) {
      imap.send("IDLE").client.expect("+");
      telemetry.await(() -> telemetry.standing("imap.sessions.idle") == 1);
      imap.client.close();
      assertThat(telemetry.awaitSpan("imap.command.idle"))
          .hasNoAttribute("imap.response.status")
          .hasStatusUnset()
          .hasNoEvents();
      telemetry.await(() -> telemetry.standing("imap.sessions.active") == 0);
      assertThat(telemetry.standing("imap.sessions.idle")).isZero();
    }
  }

  @Test
  void authenticateLastsToItsReply() {
    try (JamesScenario imap = JamesScenario.start()) {
      telemetry.reset();
      imap.send("AUTHENTICATE PLAIN").client.expect("+");
      String plain = "\0" + imap.user + "\0" + JamesScenario.PASSWORD;
      String encoded =
          Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
      imap.client.line(encoded);
      ExportedSpan authenticate = telemetry.awaitSpan("imap.command.authenticate");
      assertThat(authenticate)
          .isRoot()
          .hasAttribute("imap.state", "NotAuthenticated")
          .hasAttribute("imap.response.status", "OK");
      assertThat(telemetry.sum("imap.commands")).isEqualTo(1);
      assertThat(telemetry.spans().toString()).doesNotContain(encoded, JamesScenario.PASSWORD);
      imap.send("NOOP");
      assertThat(telemetry.awaitSpan("imap.command.noop"))
          .hasAttribute("imap.state", "Authenticated");
    }
  }
}
