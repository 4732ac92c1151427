// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.greenmail;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.server.GreenMailVersions;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What GreenMail itself fails at. */
class GreenMailImapFaultsIT {

  private static final String FOLDER_EXCEPTION = "com.icegreen.greenmail.store.FolderException";

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void anExceptionThatBecomesAReplyIsOnTheSpan(String version) {
    try (ImapScenario imap = ImapScenario.start(version)) {
      imap.deliver(
              "Subject: parts",
              "MIME-Version: 1.0",
              "Content-Type: multipart/mixed; boundary=b",
              "",
              "--b",
              "",
              "only part",
              "--b--")
          .login()
          .select();
      assertThat(imap.command("FETCH 1 BODY[9]")).startsWith("NO");

      ExportedSpan fetch = telemetry.awaitSpan("imap.command.fetch");
      assertThat(fetch)
          .hasStatusError()
          .hasAttribute("imap.response.status", "NO")
          .hasAttribute("error.type", FOLDER_EXCEPTION)
          .hasAttribute("exception.type", FOLDER_EXCEPTION);
      assertThat((String) fetch.attribute("exception.message")).contains("IndexOutOfBounds");
      assertThat(fetch.events()).hasSize(1);
      assertThat(
              telemetry.count(
                  "imap.command.duration",
                  Map.of(
                      "command",
                      "FETCH",
                      "imap.response.status",
                      "NO",
                      "error.type",
                      FOLDER_EXCEPTION)))
          .isEqualTo(1);
      assertThat(telemetry.sum("imap.messages.retrieved")).isZero();
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void anExceptionThatQuotesTheMailIsToldByItsTypeAlone(String version) {
    try (ImapScenario imap = ImapScenario.start(version)) {
      imap.deliver(
              "Subject: odd", "Content-Type: text/plain; charset=x-hidden", "", "hidden content")
          .login()
          .select();
      assertThat(imap.command("FETCH 1 BODY[1]")).startsWith("NO");

      assertThat(telemetry.awaitSpan("imap.command.fetch"))
          .hasStatusError()
          .hasAttribute("exception.type", FOLDER_EXCEPTION)
          .hasNoAttribute("exception.message");
      assertThat(telemetry.spans().toString()).doesNotContain("hidden");
      assertThat(telemetry.metrics().toString()).doesNotContain("hidden");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5.14", "1.6.15", "2.0.1"})
  void anExceptionThatEndsTheSessionIsItsReason(String version) {
    try (ImapScenario imap = ImapScenario.start(version).login().select()) {
      imap.send("FETCH 1: FLAGS").client.readToEnd();

      // A syntax error, but the server has no answer to it and drops the connection.
      assertThat(telemetry.awaitSpan("imap.command.fetch"))
          .hasStatusError()
          .hasNoAttribute("imap.response.status");
      telemetry.await(() -> telemetry.standing("imap.sessions.active") == 0);
      assertThat(telemetry.sum("imap.connections.closed", Map.of("reason", "error"))).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void aSyntaxErrorInArgumentsIsTheClientsFault(String version) {
    try (ImapScenario imap = ImapScenario.start(version).login().select()) {
      assertThat(imap.command("FETCH 1 NONSENSE")).startsWith("BAD");
      assertThat(imap.command("RENAME nowhere elsewhere")).startsWith("NO");
      assertThat(telemetry.awaitSpan("imap.command.fetch"))
          .hasStatusUnset()
          .hasNoEvents()
          .hasNoAttribute("exception.type")
          .hasAttribute("imap.response.status", "BAD");
      assertThat(telemetry.awaitSpan("imap.command.rename"))
          .hasStatusUnset()
          .hasNoEvents()
          .hasNoAttribute("exception.type")
          .hasAttribute("imap.response.status", "NO");
    }
  }
}
