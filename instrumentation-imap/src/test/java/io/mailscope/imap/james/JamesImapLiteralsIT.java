// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Literals (RFC 9051 section 4.3): James reads a command anew when its literal has come. */
class JamesImapLiteralsIT {

  private static final String MAIL = "Subject: hidden-subject\r\n\r\nhidden-content\r\n";

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @Test
  void appendIsOneCommandWithItsLiteral() {
    try (JamesScenario imap = JamesScenario.start().login()) {
      telemetry.awaitSpan("imap.command.login");
      telemetry.reset();
      imap.client.line("b1 APPEND INBOX (\\Seen) {" + MAIL.length() + "}").expect("+");
      imap.client.line(MAIL).expect("b1 OK");
      imap.append(MAIL);
      telemetry.await(() -> telemetry.spans("imap.command.append").size() == 2);
      for (ExportedSpan append : telemetry.spans("imap.command.append")) {
        assertThat(append)
            .isRoot()
            .hasStatusUnset()
            .hasAttribute("imap.state", "Authenticated")
            .hasAttribute("imap.response.status", "OK")
            .hasAttribute("imap.response.code", "APPENDUID");
      }
      assertThat(telemetry.sum("imap.commands")).isEqualTo(2);
      assertThat(telemetry.spans().toString()).doesNotContain("hidden");
      assertThat(telemetry.metrics().toString()).doesNotContain("hidden");
    }
  }

  @Test
  void appendBeginsBeforeItsLiteral() {
    try (JamesScenario imap = JamesScenario.start().login()) {
      telemetry.awaitSpan("imap.command.login");
      telemetry.reset();
      imap.client.line("b1 APPEND INBOX {" + MAIL.length() + "}").expect("+");
      assertThat(telemetry.sum("imap.commands")).isEqualTo(1);
      assertThat(telemetry.spans()).isEmpty();
      imap.client.line(MAIL).expect("b1 OK");
      telemetry.awaitSpan("imap.command.append");
    }
  }

  @Test
  void loginByALiteralIsOneCommand() {
    try (JamesScenario imap = JamesScenario.start()) {
      imap.client.line("b1 LOGIN " + imap.user + " {" + JamesScenario.PASSWORD.length() + "}");
      imap.client.expect("+");
      imap.client.line(JamesScenario.PASSWORD).expect("b1 OK");
      assertThat(telemetry.awaitSpan("imap.command.login"))
          .hasAttribute("imap.response.status", "OK");
      assertThat(telemetry.sum("imap.commands")).isEqualTo(1);
      assertThat(telemetry.spans().toString()).doesNotContain(JamesScenario.PASSWORD);
    }
  }

  @Test
  void aLiteralThatJamesKeepsInAFile() {
    String mail = "Subject: large\r\n\r\n" + "0123456789abcdef\r\n".repeat(700_000);
    try (JamesScenario imap = JamesScenario.start().login()) {
      telemetry.awaitSpan("imap.command.login");
      telemetry.reset();
      imap.client.patience(Duration.ofMinutes(3));
      imap.client.line("b1 APPEND INBOX {" + mail.length() + "}").expect("+");
      imap.client.send(mail + "\r\n").expect("b1 OK");
      assertThat(telemetry.awaitSpan("imap.command.append"))
          .isRoot()
          .hasAttribute("imap.response.status", "OK");
      assertThat(telemetry.sum("imap.commands")).isEqualTo(1);
      imap.select().send("FETCH 1 BODY.PEEK[]").reply();
      telemetry.await(() -> telemetry.sum("imap.messages.retrieved") == 1);
      assertThat(telemetry.sum("imap.bytes.sent")).isEqualTo(mail.length());
    }
  }

  @Test
  void aClientThatLeavesInsideALiteralIsNoFailureOfTheServer() {
    try (JamesScenario imap = JamesScenario.start().login()) {
      telemetry.awaitSpan("imap.command.login");
      telemetry.reset();
      imap.client.line("b1 APPEND INBOX {500}").expect("+");
      imap.client.send("Subject: hidden\r\n").close();
      assertThat(telemetry.awaitSpan("imap.command.append"))
          .isRoot()
          .hasNoAttribute("imap.response.status")
          .hasStatusUnset()
          .hasNoEvents();
      telemetry.await(() -> telemetry.standing("imap.sessions.active") == 0);
      assertThat(telemetry.sum("imap.commands")).isEqualTo(1);
      assertThat(telemetry.spans().toString()).doesNotContain("hidden");
    }
  }
}
