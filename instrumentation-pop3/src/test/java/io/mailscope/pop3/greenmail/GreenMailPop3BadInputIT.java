// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.greenmail;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.pop3.Ends;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailServer;
import io.mailscope.testing.server.GreenMailVersions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Lines that are no commands leave one name behind, and nothing of their own. */
class GreenMailPop3BadInputIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void everyLineThatIsNoCommandIsOther(String version) {
    List<String> lines =
        List.of(
            "xyz",
            "x".repeat(5_000),
            "x".repeat(100_000) + " y",
            " ".repeat(100_000) + "x",
            "NOOP\0",
            "\0",
            "\t",
            "QU\u00cfT \u00e4\u00f6",
            "NO\u0131P",
            "RETR1",
            "_OTHER",
            "AHMzY3IzdA==");
    try (GreenMailServer server = Pop3Mail.start(version);
        ScriptedClient client = Pop3Mail.connect(server)) {
      for (String line : lines) {
        client.line(line).expect("-ERR");
      }
      client.line("QUIT").expect("+OK");

      List<ExportedSpan> spans = telemetry.awaitSpans(lines.size() + 1);
      for (ExportedSpan span : spans.subList(0, lines.size())) {
        assertThat(span)
            .hasName("pop3.command._other")
            .hasAttribute("pop3.command", "_OTHER")
            .hasAttribute("pop3.response.status", "ERR")
            .isRoot()
            .hasStatusUnset();
        assertThat(span.attributes()).hasSize(8);
      }
      assertThat(telemetry.sum("pop3.commands", Map.of("command", "_OTHER")))
          .isEqualTo(lines.size());
      assertThat(telemetry.points("pop3.commands", Map.of("command", "_OTHER"))).hasSize(1);
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void aBareCarriageReturnEndsALineForGreenMail(String version) {
    try (GreenMailServer server = Pop3Mail.start(version);
        ScriptedClient client = Pop3Mail.connect(server)) {
      client.send("NOOP\rSTAT\rQUIT\r\n").readToEnd();

      assertThat(telemetry.awaitSpans(3).stream().map(ExportedSpan::name))
          .containsExactly("pop3.command.noop", "pop3.command.stat", "pop3.command.quit");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void anEmptyLineIsGreenMailsOwnFault(String version) {
    for (String line : List.of("", "   ")) {
      telemetry.reset();
      try (GreenMailServer server = Pop3Mail.start(version);
          ScriptedClient client = Pop3Mail.connect(server)) {
        assertThat(client.line(line).readToEnd()).isEmpty();

        ExportedSpan span = telemetry.awaitSpans(1).get(0);
        assertThat(span)
            .hasName("pop3.command._other")
            .hasStatusError()
            .hasAttribute("error.type", "java.util.NoSuchElementException")
            .hasAttribute("exception.type", "java.util.NoSuchElementException")
            .hasNoAttribute("exception.message")
            .hasNoAttribute("pop3.response.status")
            .hasNoEvents();
        assertThat(
                telemetry.count(
                    "pop3.command.duration",
                    Map.of(
                        "command",
                        "_OTHER",
                        "pop3.response.status",
                        "none",
                        "error.type",
                        "java.util.NoSuchElementException")))
            .isEqualTo(1);
        Ends.with(telemetry, "error");
      }
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void anExceptionThatEscapesFromACommandIsOnItsSpan(String version) {
    try (GreenMailServer server = Pop3Mail.start(version);
        ScriptedClient client = Pop3Mail.login(server)) {
      assertThat(client.line("UIDL x").readToEnd()).isEmpty();

      ExportedSpan span = telemetry.awaitSpan("pop3.command.uidl");
      assertThat(span)
          .hasStatusError()
          .hasAttribute("error.type", "java.lang.NumberFormatException")
          .hasAttribute("exception.type", "java.lang.NumberFormatException")
          .hasAttribute("exception.message", "For input string: \"x\"");
      assertThat(span.events()).hasSize(1);
      Ends.with(telemetry, "error");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void noWordOfTheClientIsKeptAfterABrokenLogin(String version) {
    try (GreenMailServer server = Pop3Mail.start(version);
        ScriptedClient client = Pop3Mail.connect(server)) {
      client.line("AUTH LOGIN").expect("-ERR");
      client.line(Pop3Mail.PASSWORD).expect("-ERR");
      client.line("USER nobody " + Pop3Mail.PASSWORD).expect("-ERR");
      client.line("PASS").expect("-ERR");
      client.line("QUIT").expect("+OK");

      String all = telemetry.awaitSpans(5) + " " + telemetry.metrics();
      assertThat(Stream.of(all)).noneMatch(text -> text.toLowerCase().contains("s3cr3t"));
    }
  }
}
