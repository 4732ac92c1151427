// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.greenmail;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.server.GreenMailVersions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Lines in which there is no command: each is one {@code _OTHER}, and nothing of it is kept. */
class GreenMailImapBadInputIT {

  private static final String OTHER = "imap.command._other";

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void everyLineWithoutACommandIsOneOther(String version) {
    try (ImapScenario imap = ImapScenario.start(version)) {
      for (String line :
          List.of(
              "",
              "onlyatag",
              "(a1 NOOP",
              "a1 (NOOP",
              "a1 XYZZY",
              "a1 XYZZY with arguments",
              "a1 \"NOOP\"",
              "NOOP",
              "a1 {3}",
              "+ NOOP",
              "a1 UID",
              "a1 UID FETCH 1 FLAGS",
              "\u00e4\u00f6 NOOP",
              "a1 N\u00f6\u00f6P",
              "a1 \0")) {
        telemetry.reset();
        imap.client.line(line).readLine();
        ExportedSpan span = telemetry.awaitSpans(1).get(0);
        assertThat(span)
            .isRoot()
            .hasName(OTHER)
            .hasAttribute("imap.command", "_OTHER")
            .hasAttribute("imap.state", "NotAuthenticated")
            .hasStatusUnset()
            .hasNoEvents()
            .hasNoAttribute("exception.type");
        assertThat(span.attributes().toString()).doesNotContain("XYZZY");
        assertThat(telemetry.sum("imap.commands")).as(line).isEqualTo(1);
        assertThat(telemetry.sum("imap.commands", Map.of("command", "_OTHER"))).isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void aTagIsMissingWhereTheReplyIsUntagged(String version) {
    try (ImapScenario imap = ImapScenario.start(version)) {
      imap.client.line("").expect("* BAD");
      assertThat(telemetry.awaitSpans(1).get(0))
          .hasName(OTHER)
          .hasAttribute("imap.response.status", "BAD");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void uidBeforeAWordThatHasNoUidFormIsOther(String version) {
    try (ImapScenario imap = ImapScenario.start(version)) {
      imap.login().select();
      telemetry.awaitSpan("imap.command.select");
      for (String line : List.of("UID", "UID XYZZY", "UID NOOP", "UID UID FETCH 1 FLAGS")) {
        telemetry.reset();
        assertThat(imap.command(line)).startsWith("BAD");
        assertThat(telemetry.awaitSpans(1).get(0))
            .hasName(OTHER)
            .hasAttribute("imap.state", "Selected")
            .hasAttribute("imap.response.status", "BAD");
      }
      telemetry.reset();
      assertThat(imap.command("FETCH 1:* FLAGS")).startsWith("OK");
      assertThat(telemetry.awaitSpans(1).get(0)).hasName("imap.command.fetch");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void longLinesAreOneCommandEach(String version) {
    try (ImapScenario imap = ImapScenario.start(version)) {
      for (int length : new int[] {3, 5_000, 100_000}) {
        telemetry.reset();
        String word = "x".repeat(length);
        imap.client.line("a1 " + word).expect("a1 BAD");
        imap.client.line(word).expect("");
        List<ExportedSpan> spans = telemetry.awaitSpans(2);
        assertThat(spans).extracting(ExportedSpan::name).containsOnly(OTHER);
        assertThat(spans.toString()).doesNotContain("xxx");
      }
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void bareCarriageReturnsAndNulsChangeNothing(String version) {
    try (ImapScenario imap = ImapScenario.start(version)) {
      imap.client.send("a1 NOOP\r\r\n").expect("a1 ");
      imap.client.send("a2 NOOP \0\r\n").expect("a2 BAD");
      imap.client.send("a3 NOOP\n").expect("a3 OK");
      assertThat(telemetry.awaitSpans(3))
          .extracting(ExportedSpan::name)
          .containsOnly("imap.command.noop");
      assertThat(telemetry.sum("imap.commands", Map.of("command", "NOOP"))).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void aHundredGarbageWordsMakeOneSeries(String version) {
    try (ImapScenario imap = ImapScenario.start(version)) {
      for (int i = 0; i < 100; i++) {
        imap.command("GARBAGE" + i);
      }
      telemetry.awaitSpans(100);
      assertThat(telemetry.sum("imap.commands", Map.of("command", "_OTHER"))).isEqualTo(100);
      assertThat(telemetry.points("imap.commands", Map.of("command", "_OTHER"))).hasSize(1);
    }
  }
}
