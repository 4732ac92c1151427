// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.greenmail;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.server.GreenMailVersions;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Literals (RFC 9051 section 4.3), with and without waiting for the server, and their absence. */
class GreenMailImapLiteralsIT {

  private static final String MAIL = "Subject: hidden-subject\r\n\r\nhidden-content\r\n";

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void appendIsOneCommandWithItsLiteral(String version) {
    try (ImapScenario imap = ImapScenario.start(version).login()) {
      imap.client.line("b1 APPEND INBOX (\\Seen) {" + MAIL.length() + "}").expect("+");
      imap.client.line(MAIL).expect("b1 OK");
      imap.client.send("b2 APPEND INBOX {" + MAIL.length() + "+}\r\n" + MAIL + "\r\n");
      imap.client.expect("b2 OK");

      List<ExportedSpan> spans = telemetry.awaitSpans(3);
      for (ExportedSpan append : spans.subList(1, 3)) {
        assertThat(append)
            .isRoot()
            .hasName("imap.command.append")
            .hasAttribute("imap.response.status", "OK")
            .hasAttribute("imap.response.code", "APPENDUID");
      }
      assertNothingLeaks("hidden");
      assertThat(telemetry.sum("imap.bytes.sent")).isZero();
      assertThat(telemetry.sum("imap.messages.retrieved")).isZero();
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void loginByLiteralsIsOneCommand(String version) {
    try (ImapScenario imap = ImapScenario.start(version)) {
      imap.client.line("b1 LOGIN {5}").expect("+");
      imap.client.line("alice {6}").expect("+");
      imap.client.line("secret").expect("b1 OK");
      assertThat(telemetry.awaitSpans(1).get(0))
          .hasName("imap.command.login")
          .hasAttribute("imap.response.status", "OK");
      assertNothingLeaks("secret");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void aRefusedLiteralComesAsLinesAndIsNotKept(String version) {
    try (ImapScenario imap = ImapScenario.start(version).login()) {
      // The server is past NotAuthenticated, so it answers without reading the literals.
      imap.client.send("b1 LOGIN {5+}\r\nalice {9+}\r\nmy hidden\r\n");
      imap.client.expect("b1 NO");
      imap.client.expect("alice BAD");
      imap.client.expect("my BAD");
      List<ExportedSpan> spans = telemetry.awaitSpans(4);
      assertThat(spans)
          .extracting(ExportedSpan::name)
          .containsExactly(
              "imap.command.login",
              "imap.command.login",
              "imap.command._other",
              "imap.command._other");
      assertNothingLeaks("hidden");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void aClientThatLeavesInsideALiteralIsNoFailureOfTheServer(String version) {
    try (ImapScenario imap = ImapScenario.start(version).login()) {
      imap.client.line("b1 APPEND INBOX {500}").expect("+");
      imap.client.send("Subject: hidden-subject\r\n").close();

      ExportedSpan append = telemetry.awaitSpan("imap.command.append");
      assertThat(append).hasStatusUnset().hasNoAttribute("exception.type").hasNoEvents();
      assertNothingLeaks("hidden");
      telemetry.await(() -> telemetry.standing("imap.sessions.active") == 0);
      assertThat(telemetry.sum("imap.connections.closed", java.util.Map.of("reason", "eof")))
          .isEqualTo(1);
      assertThat(imap.server.messageCount()).isZero();
    }
  }

  private static void assertNothingLeaks(String secret) {
    assertThat(telemetry.spans().toString()).doesNotContain(secret);
    assertThat(telemetry.metrics().toString()).doesNotContain(secret);
  }
}
