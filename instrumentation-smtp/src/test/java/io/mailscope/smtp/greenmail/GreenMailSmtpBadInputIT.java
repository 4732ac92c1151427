// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.greenmail;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a client sends, names stay in their closed lists and its words stay with the server. */
class GreenMailSmtpBadInputIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  private static final String SECRET = "s3cr3tWord";

  static Stream<Arguments> lines() {
    return GreenMailVersions.all()
        .flatMap(
            version ->
                Stream.of(
                    Arguments.of(version, "empty", "", "_OTHER"),
                    Arguments.of(version, "three letters", "FOO", "_OTHER"),
                    Arguments.of(version, "four letters", "ZZZZ " + SECRET, "_OTHER"),
                    Arguments.of(version, "base64", "czNjcjN0V29yZA==", "_OTHER"),
                    Arguments.of(version, "leading blank", " NOOP", "_OTHER"),
                    Arguments.of(version, "tab", "NOOP\t" + SECRET, "_OTHER"),
                    Arguments.of(version, "NUL", "NO\0P " + SECRET, "_OTHER"),
                    Arguments.of(version, "8 bit", "\u00e9\u00e8\u00fc\u00df " + SECRET, "_OTHER"),
                    Arguments.of(version, "bare CR", "NOOP " + SECRET + "\rMAIL", "NOOP"),
                    Arguments.of(version, "5,000", "NOOP " + SECRET.repeat(500), "NOOP"),
                    Arguments.of(version, "100,000", SECRET.repeat(10_000), "_OTHER"),
                    Arguments.of(version, "not implemented", "STARTTLS", "STARTTLS"),
                    Arguments.of(version, "BDAT", "BDAT 10", "BDAT"),
                    Arguments.of(version, "ETRN", "etrn example.test", "ETRN")));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("lines")
  void aLineIsOneCommandOfTheClosedList(String version, String name, String line, String command) {
    try (GreenMailServer server = GreenMailServer.start(version);
        ScriptedClient client = SmtpDialogue.greeted(server)) {
      client.line(line);
      client.line("QUIT").readUntil(reply -> reply.startsWith("221"));

      telemetry.awaitSpan("smtp.command.quit");
      List<ExportedSpan> spans = telemetry.spans();
      assertThat(spans.get(0))
          .hasName("smtp.command." + command.toLowerCase())
          .hasAttribute("smtp.command", command)
          .hasStatusUnset();
      assertThat(telemetry.sum("smtp.commands", Map.of("command", command))).isEqualTo(1);
      assertThat(spans.toString() + telemetry.metrics()).doesNotContain(SECRET, "czNjcjN0", "ZZZZ");
      telemetry.await(() -> telemetry.standing("smtp.connections.active") == 0);
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void aThousandUnknownWordsAreOneSeries(String version) {
    try (GreenMailServer server = GreenMailServer.start(version);
        ScriptedClient client = SmtpDialogue.greeted(server)) {
      StringBuilder garbage = new StringBuilder();
      for (int i = 0; i < 1_000; i++) {
        garbage.append(String.format("G%03d x\r\n", i));
      }
      client.send(garbage.toString());
      SmtpDialogue.quitAfter(client, 1_000);

      telemetry.awaitSpan("smtp.command.quit");
      assertThat(telemetry.sum("smtp.commands", Map.of("command", "_OTHER"))).isEqualTo(1_000);
      assertThat(telemetry.metric("smtp.commands").orElseThrow().points())
          .allSatisfy(point -> assertThat(point.attributes().toString()).doesNotContain("G0"));
    }
  }
}
