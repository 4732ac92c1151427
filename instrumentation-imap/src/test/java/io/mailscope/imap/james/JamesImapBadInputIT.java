// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lines in which there is no command: each is one {@code _OTHER}, and nothing of it is kept. */
class JamesImapBadInputIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @Test
  void everyLineWithoutACommandIsOneOther() {
    for (String line :
        List.of(
            "onlyatag",
            "(a1 NOOP",
            "a1 (NOOP",
            "a1 XYZZY",
            "a1 XYZZY with arguments",
            "a1 \"NOOP\"",
            "NOOP",
            "a1 UID",
            "a1 UID XYZZY 1",
            "\u00e4\u00f6 NOOP",
            "a1 N\u00f6\u00f6P",
            "a1 \0")) {
      try (JamesScenario imap = JamesScenario.start().login().select()) {
        telemetry.awaitSpan("imap.command.select");
        telemetry.reset();
        imap.client.line(line).readLine();
        ExportedSpan span = telemetry.awaitSpans(1).get(0);
        assertThat(span)
            .isRoot()
            .hasName("imap.command._other")
            .hasAttribute("imap.command", "_OTHER")
            .hasAttribute("imap.state", "Selected")
            .hasAttribute("imap.response.status", "BAD")
            .hasStatusUnset()
            .hasNoEvents();
        assertThat(span.attributes().toString()).doesNotContain("XYZZY");
        assertThat(telemetry.sum("imap.commands")).as(line).isEqualTo(1);
        assertThat(telemetry.sum("imap.commands", Map.of("command", "_OTHER"))).isEqualTo(1);
        imap.command("NOOP");
        telemetry.awaitSpan("imap.command.noop");
      }
    }
  }

  @Test
  void aLineLongerThanTheLimitIsOneOther() {
    try (JamesScenario imap = JamesScenario.start()) {
      telemetry.reset();
      imap.client.line("a1 LOGIN s3cret-user " + "x".repeat(70_000)).expect("* BAD");
      assertThat(telemetry.awaitSpan("imap.command._other"))
          .isRoot()
          .hasAttribute("imap.state", "NotAuthenticated")
          .hasAttribute("imap.response.status", "BAD")
          .hasStatusUnset()
          .hasNoEvents();
      imap.login();
      assertThat(telemetry.awaitSpan("imap.command.login"))
          .hasAttribute("imap.response.status", "OK");
      assertThat(telemetry.sum("imap.commands")).isEqualTo(2);
      assertThat(telemetry.spans().toString()).doesNotContain("s3cret-user");
      telemetry.reset();
      imap.client.line("a2 NOOP " + "x".repeat(70_000)).expect("* BAD");
      assertThat(telemetry.awaitSpan("imap.command._other"))
          .hasAttribute("imap.state", "Authenticated");
    }
  }

  @Test
  void aResponseThatIsSentTooEarlyIsNotKept() {
    try (JamesScenario imap = JamesScenario.start()) {
      imap.client.send("a1 AUTHENTICATE PLAIN\r\nAHMzY3JldC11c2VyAHMzY3JldA==\r\n");
      imap.client.readToEnd();
      telemetry.await(() -> telemetry.sum("imap.connections.closed") == 1);
      assertThat(telemetry.spans().toString()).doesNotContain("AHMzY3JldC11c2VyAHMzY3JldA");
      assertThat(telemetry.metrics().toString()).doesNotContain("AHMzY3JldC11c2VyAHMzY3JldA");
      telemetry.await(() -> telemetry.standing("imap.sessions.active") == 0);
    }
  }
}
