// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.JamesProtocolsServer;
import io.mailscope.testing.server.JamesProtocolsVersions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** What each command of a mail transaction leaves. */
class JamesSmtpCommandsIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @ParameterizedTest
  @ArgumentsSource(JamesProtocolsVersions.class)
  void aMailIsSixCommandsOfOneSession(String version) {
    try (JamesProtocolsServer server = JamesProtocolsServer.start(version, "smtp");
        ScriptedClient client = JamesDialogue.greeted(server)) {
      client.line("EHLO client.test").readSmtp();
      client.line("mail from:<alice@example.test>").expect("250");
      client.line("RCPT TO:<bob@example.test>").expect("250");
      client.line("RCPT TO:<carol@example.test>").expect("250");
      client.line("DATA").expect("354");
      client.send("Subject: x\r\n\r\nhello\r\n.\r\n").expect("250");
      int port = server.smtpPort();
      JamesDialogue.quit(client);

      List<ExportedSpan> commands =
          telemetry.awaitSpans(7).stream().filter(s -> s.kind().equals("SERVER")).toList();
      assertThat(commands)
          .extracting(ExportedSpan::name)
          .containsExactly(
              "smtp.command.ehlo",
              "smtp.command.mail",
              "smtp.command.rcpt",
              "smtp.command.rcpt",
              "smtp.command.data",
              "smtp.command.quit");
      Object session = commands.get(0).attributes().get("smtp.session_id");
      assertThat(session).asString().isNotEmpty();
      for (ExportedSpan command : commands) {
        Map<String, Object> expected = new HashMap<>();
        expected.put("smtp.session_id", session);
        expected.put("smtp.command", command.name().substring(13).toUpperCase());
        expected.put("smtp.response.status_code", command.name().endsWith("quit") ? 221L : 250L);
        expected.put("network.protocol.name", "smtp");
        expected.put("network.peer.address", "127.0.0.1");
        expected.put("client.address", "127.0.0.1");
        expected.put("client.port", (long) client.localPort());
        expected.put("server.port", (long) port);
        Map<String, Object> found = new HashMap<>(command.attributes());
        Object enhanced = found.remove("smtp.response.enhanced_code");
        assertThat(enhanced == null || enhanced.toString().startsWith("2.")).isTrue();
        assertThat(found).isEqualTo(expected);
        assertThat(command).isRoot().hasScope("Relate.Smtp").hasStatusUnset().hasNoEvents();
      }
      assertThat(commands).extracting(ExportedSpan::traceId).doesNotHaveDuplicates();
      assertThat(telemetry.awaitSpan("smtp.command.rcpt"))
          .hasAttribute("smtp.response.enhanced_code", "2.1.5");
      assertThat(telemetry.sum("smtp.commands")).isEqualTo(6);
    }
  }

  @ParameterizedTest
  @ArgumentsSource(JamesProtocolsVersions.class)
  void pipelinedCommandsAreEachARootOfTheirOwn(String version) {
    try (JamesProtocolsServer server = JamesProtocolsServer.start(version, "smtp");
        ScriptedClient client = JamesDialogue.greeted(server)) {
      client.send(
          "HELO c\r\nMAIL FROM:<a@b.test>\r\nRCPT TO:<c@d.test>\r\nDATA\r\nx: y\r\n\r\nz\r\n"
              + ".\r\nNOOP\r\nQUIT\r\n");
      client.readToEnd();

      List<ExportedSpan> commands =
          telemetry.awaitSpans(7).stream().filter(s -> s.kind().equals("SERVER")).toList();
      assertThat(commands)
          .extracting(ExportedSpan::name)
          .containsExactly(
              "smtp.command.helo",
              "smtp.command.mail",
              "smtp.command.rcpt",
              "smtp.command.data",
              "smtp.command.noop",
              "smtp.command.quit");
      assertThat(commands).allSatisfy(command -> assertThat(command).isRoot());
      for (int i = 1; i < commands.size(); i++) {
        assertThat(commands.get(i).startEpochNanos())
            .isGreaterThanOrEqualTo(commands.get(i - 1).endEpochNanos());
      }
    }
  }

  @ParameterizedTest
  @ArgumentsSource(JamesProtocolsVersions.class)
  void refusalsAreTheClientsFault(String version) {
    try (JamesProtocolsServer server = JamesProtocolsServer.start(version, "smtp");
        ScriptedClient client = JamesDialogue.greeted(server)) {
      client.line("DATA").expect("503");
      client.line("VRFY bob").expect("502");
      client.line("S3CR3T word").expect("500");
      client.line("").expect("500");

      for (ExportedSpan span : telemetry.awaitSpans(4)) {
        assertThat(span).isRoot().hasStatusUnset().hasNoAttribute("error.type");
      }
      assertThat(telemetry.spans("smtp.command._other")).hasSize(2);
      assertThat(telemetry.spans().toString()).doesNotContain("S3CR3T");
      assertThat(telemetry.sum("smtp.messages.received")).isZero();
    }
  }

  @ParameterizedTest
  @ArgumentsSource(JamesProtocolsVersions.class)
  void anExchangeOfSeveralLinesIsOneCommand(String version) {
    try (JamesProtocolsServer server = JamesProtocolsServer.start(version, "smtp");
        ScriptedClient client = JamesDialogue.greeted(server)) {
      client.line("EHLO client.test").readSmtp();
      client.line("AUTH LOGIN");
      String challenge = client.readLine();
      if (challenge.startsWith("334")) {
        client.line("Ym9i").expect("334");
        client.line("d3Jvbmc=").expect("535");
      }

      ExportedSpan auth = telemetry.awaitSpan("smtp.command.auth");
      assertThat(auth).isRoot().hasStatusUnset();
      assertThat(auth.attributes().get("smtp.response.status_code"))
          .isEqualTo(
              challenge.startsWith("334") ? 535L : Long.parseLong(challenge.substring(0, 3)));
      assertThat(telemetry.awaitSpans(2)).hasSize(2);
      assertThat(telemetry.spans().toString()).doesNotContain("d3Jvbmc", "Ym9i");
    }
  }
}
