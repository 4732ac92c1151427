// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Commands over a raw socket, each with the span and the counts that it has to leave. */
class JamesImapCommandsIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @Test
  void everyAttributeOfACommand() {
    try (JamesScenario imap = JamesScenario.start()) {
      telemetry.reset();
      imap.login().command("SELECT INBOX");

      ExportedSpan login = telemetry.awaitSpan("imap.command.login");
      ExportedSpan select = telemetry.awaitSpan("imap.command.select");
      String session = (String) login.attribute("imap.session_id");
      assertThat(session).isNotBlank();
      Map<String, Object> common = new HashMap<>();
      common.put("imap.session_id", session);
      common.put("client.address", "127.0.0.1");
      common.put("network.peer.address", "127.0.0.1");
      common.put("client.port", (long) imap.client.localPort());
      common.put("server.port", (long) imap.server.ports().imap());
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

  @Test
  void repliesAndStates() {
    try (JamesScenario imap = JamesScenario.start()) {
      assertCommand(imap, "CAPABILITY", "CAPABILITY", "NotAuthenticated", "OK");
      assertCommand(imap, "SELECT INBOX", "SELECT", "NotAuthenticated", "NO");
      assertCommand(imap, "LOGIN " + imap.user + " wrong", "LOGIN", "NotAuthenticated", "NO");
      telemetry.reset();
      imap.login();
      telemetry.awaitSpan("imap.command.login");
      assertCommand(imap, "namespace", "NAMESPACE", "Authenticated", "OK");
      assertCommand(imap, "SELECT nowhere", "SELECT", "Authenticated", "NO");
      assertCommand(imap, "CREATE box", "CREATE", "Authenticated", "OK");
      imap.append("Subject: one\r\n\r\n1\r\n").select();
      telemetry.awaitSpan("imap.command.select");
      assertCommand(imap, "UID FETCH 1:* FLAGS", "UID FETCH", "Selected", "OK");
      assertCommand(imap, "uid search ALL", "UID SEARCH", "Selected", "OK");
      assertCommand(imap, "UID FETCH", "UID FETCH", "Selected", "BAD");
      assertCommand(imap, "FETCH x FLAGS", "FETCH", "Selected", "BAD");
      assertCommand(imap, "UID NONSENSE 1", "_OTHER", "Selected", "BAD");
      assertCommand(imap, "THREAD REFERENCES UTF-8 ALL", "THREAD", "Selected", "BAD");
      assertCommand(imap, "s3cret-word", "_OTHER", "Selected", "BAD");
      assertCommand(imap, "UNSELECT", "UNSELECT", "Selected", "OK");
      assertThat(telemetry.metrics().toString()).doesNotContain("s3cret-word", "NONSENSE");
    }
  }

  private static void assertCommand(
      JamesScenario imap, String line, String name, String state, String status) {
    telemetry.reset();
    assertThat(imap.command(line)).as(line).startsWith(status);
    ExportedSpan span =
        telemetry.awaitSpan(s -> s.isRoot() && name.equals(s.attribute("imap.command")));
    assertThat(span)
        .hasName("imap.command." + name.toLowerCase(Locale.ROOT).replace(' ', '_'))
        .hasAttribute("imap.state", state)
        .hasAttribute("imap.response.status", status)
        .hasStatusUnset()
        .hasNoEvents();
    assertThat(telemetry.sum("imap.commands")).as(line).isEqualTo(1);
    assertThat(telemetry.sum("imap.commands", Map.of("command", name))).as(line).isEqualTo(1);
    assertThat(telemetry.count("imap.command.duration", Map.of("imap.response.status", status)))
        .as(line)
        .isEqualTo(1);
    assertThat(telemetry.spans().toString()).doesNotContain("s3cret-word", "NONSENSE");
  }

  @Test
  void pipelinedCommandsAreTracesOfTheirOwn() {
    try (JamesScenario imap = JamesScenario.start().login().select()) {
      imap.append("Subject: one\r\n\r\n1\r\n").append("Subject: two\r\n\r\n2\r\n");
      telemetry.await(() -> telemetry.spans("imap.command.append").size() == 2);
      telemetry.reset();
      imap.client.send(
          "p1 UID FETCH 1:1 (BODY.PEEK[])\r\np2 UID FETCH 2:2 (BODY.PEEK[])\r\n"
              + "p3 UID FETCH 1:2 (FLAGS)\r\np4 NOOP\r\n");
      imap.client.readTagged("p4");

      telemetry.await(() -> telemetry.spans().stream().filter(ExportedSpan::isRoot).count() == 4);
      List<ExportedSpan> spans = telemetry.spans().stream().filter(ExportedSpan::isRoot).toList();
      assertThat(spans)
          .extracting(ExportedSpan::name)
          .containsExactly(
              "imap.command.uid_fetch",
              "imap.command.uid_fetch",
              "imap.command.uid_fetch",
              "imap.command.noop");
      assertThat(spans).extracting(ExportedSpan::traceId).doesNotHaveDuplicates();
      assertThat(spans)
          .extracting(s -> s.attribute("imap.session_id"))
          .containsOnly(spans.get(0).attribute("imap.session_id"));
      assertThat(spans).extracting(ExportedSpan::startEpochNanos).isSorted();
      assertThat(telemetry.sum("imap.messages.retrieved")).isEqualTo(2);
      assertThat(telemetry.sum("imap.commands", Map.of("command", "UID FETCH"))).isEqualTo(3);
    }
  }
}
