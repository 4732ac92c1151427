// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.greenmail;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.server.GreenMailVersions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Commands over a raw socket, each with the span and the counts that it has to leave. */
class GreenMailImapCommandsIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void everyAttributeOfACommand(String version) {
    try (ImapScenario imap = ImapScenario.start(version)) {
      imap.login().command("SELECT INBOX");

      ExportedSpan login = telemetry.awaitSpan("imap.command.login");
      ExportedSpan select = telemetry.awaitSpan("imap.command.select");
      String session = (String) login.attribute("imap.session_id");
      assertThat(session).matches("[0-9a-f]{16}");
      Map<String, Object> common = new HashMap<>();
      common.put("imap.session_id", session);
      common.put("client.address", "127.0.0.1");
      common.put("network.peer.address", "127.0.0.1");
      common.put("client.port", (long) imap.client.localPort());
      common.put("server.port", (long) imap.server.imapPort());
      common.put("network.protocol.name", "imap");
      common.put("imap.response.status", "OK");
      Map<String, Object> ofLogin = new HashMap<>(common);
      ofLogin.put("imap.command", "LOGIN");
      ofLogin.put("imap.state", "NotAuthenticated");
      Map<String, Object> ofSelect = new HashMap<>(common);
      ofSelect.put("imap.command", "SELECT");
      ofSelect.put("imap.state", "Authenticated");
      ofSelect.put("imap.response.code", "READ-WRITE");
      assertThat(login)
          .hasKind("SERVER")
          .hasScope("Relate.Imap")
          .isRoot()
          .hasStatusUnset()
          .hasNoEvents()
          .hasAttributesExactly(ofLogin);
      assertThat(select).hasKind("SERVER").isRoot().hasAttributesExactly(ofSelect);
      assertThat(select.traceId()).isNotEqualTo(login.traceId());
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void everyCommandOfGreenMailHasItsNameStateAndReply(String version) {
    try (ImapScenario imap = ImapScenario.start(version)) {
      imap.deliver("Subject: one", "", "1").deliver("Subject: two", "", "2");
      GreenMailCommandTable table = new GreenMailCommandTable(version);
      for (GreenMailCommandTable.Row row : table.rows()) {
        telemetry.reset();
        assertThat(imap.command(row.line())).as(row.line()).startsWith(row.status());
        ExportedSpan span = telemetry.awaitSpan(row.spanName());
        assertThat(span)
            .isRoot()
            .hasStatusUnset()
            .hasNoEvents()
            .hasAttribute("imap.command", row.name())
            .hasAttribute("imap.state", row.state())
            .hasAttribute("imap.response.status", row.status())
            .hasAttribute("imap.response.code", row.code());
        assertThat(telemetry.sum("imap.commands")).as(row.line()).isEqualTo(1);
        assertThat(telemetry.sum("imap.commands", Map.of("command", row.name()))).isEqualTo(1);
        assertThat(
                telemetry.count(
                    "imap.command.duration",
                    Map.of("command", row.name(), "imap.response.status", row.status())))
            .as(row.line())
            .isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void listedCommandsThatGreenMailLacksKeepTheirNames(String version) {
    try (ImapScenario imap = ImapScenario.start(version)) {
      for (String line :
          List.of(
              "STARTTLS",
              "ENABLE X",
              "XLIST \"\" *",
              "NAMESPACE",
              "UNSELECT",
              "THREAD REFERENCES UTF-8 ALL",
              "ID NIL",
              "COMPRESS DEFLATE",
              "GETACL INBOX",
              "SETACL INBOX bob l",
              "DELETEACL INBOX bob",
              "LISTRIGHTS INBOX bob",
              "MYRIGHTS INBOX",
              "GETMETADATA INBOX",
              "SETMETADATA INBOX",
              "NOTIFY NONE")) {
        telemetry.reset();
        assertThat(imap.command(line)).startsWith("BAD");
        String word = line.split(" ")[0];
        assertThat(telemetry.awaitSpans(1).get(0))
            .hasName("imap.command." + word.toLowerCase(java.util.Locale.ROOT))
            .hasAttribute("imap.command", word)
            .hasAttribute("imap.response.status", "BAD")
            .hasStatusUnset();
      }
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void uidCommandsAreOneCommandEach(String version) {
    try (ImapScenario imap = ImapScenario.start(version)) {
      imap.deliver("Subject: one", "", "1").login().select();
      telemetry.awaitSpan("imap.command.select");
      for (String line :
          List.of(
              "UID SEARCH ALL",
              "uid fetch 1:* FLAGS",
              "UID Fetch 1:* (UID)",
              "Uid store 1:* +FLAGS (\\Seen)",
              "UID COPY 1:* INBOX",
              "UID EXPUNGE 1:*")) {
        telemetry.reset();
        assertThat(imap.command(line)).as(line).startsWith("OK");
        String name = line.substring(0, line.indexOf(' ', 4)).toUpperCase(java.util.Locale.ROOT);
        assertThat(telemetry.awaitSpans(1).get(0))
            .isRoot()
            .hasName("imap.command." + name.toLowerCase(java.util.Locale.ROOT).replace(' ', '_'))
            .hasAttribute("imap.command", name)
            .hasAttribute("imap.state", "Selected")
            .hasAttribute("imap.response.status", "OK");
        assertThat(telemetry.sum("imap.commands", Map.of("command", name))).isEqualTo(1);
        assertThat(telemetry.sum("imap.commands")).isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void wordsAreLookedUpWhateverTheirCase(String version) {
    try (ImapScenario imap = ImapScenario.start(version)) {
      imap.command("noop");
      imap.command("NoOp");
      imap.command("CAPABILITY");
      List<ExportedSpan> spans = telemetry.awaitSpans(3);
      assertThat(spans)
          .extracting(ExportedSpan::name)
          .containsExactly("imap.command.noop", "imap.command.noop", "imap.command.capability");
      assertThat(telemetry.sum("imap.commands", Map.of("command", "NOOP"))).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void aCommandInTheWrongStateIsTheClientsFault(String version) {
    try (ImapScenario imap = ImapScenario.start(version)) {
      assertThat(imap.command("SELECT INBOX")).startsWith("NO");
      assertThat(telemetry.awaitSpans(1).get(0))
          .hasName("imap.command.select")
          .hasAttribute("imap.state", "NotAuthenticated")
          .hasAttribute("imap.response.status", "NO")
          .hasNoAttribute("error.type")
          .hasStatusUnset();
    }
  }
}
