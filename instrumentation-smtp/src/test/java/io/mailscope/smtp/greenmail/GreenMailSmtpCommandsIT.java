// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.greenmail;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailServer;
import io.mailscope.testing.server.GreenMailVersions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** What each command of a mail transaction leaves. */
class GreenMailSmtpCommandsIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void aMailIsSixCommandsOfOneSession(String version) {
    try (GreenMailServer server = GreenMailServer.start(version);
        ScriptedClient client = SmtpDialogue.greeted(server)) {
      client.line("EHLO client.test").readSmtp();
      client.line("mail from:<alice@example.test>").expect("250");
      client.line("RCPT TO:<bob@example.test>").expect("250");
      client.line("RCPT TO:<carol@example.test>").expect("250");
      client.line("DATA").expect("354");
      client.send("Message-ID: <1@example.test>\r\n\r\nhello\r\n.\r\n").expect("250");
      SmtpDialogue.quit(client);

      List<ExportedSpan> spans = telemetry.awaitSpans(7);
      Object session = spans.get(0).attributes().get("smtp.session_id");
      assertThat(session).asString().hasSize(16);
      for (ExportedSpan span : spans) {
        assertThat(span).hasScope("Relate.Smtp").hasStatusUnset().hasNoEvents();
      }
      List<ExportedSpan> commands = spans.stream().filter(s -> s.kind().equals("SERVER")).toList();
      assertThat(commands)
          .extracting(ExportedSpan::name)
          .containsExactly(
              "smtp.command.ehlo",
              "smtp.command.mail",
              "smtp.command.rcpt",
              "smtp.command.rcpt",
              "smtp.command.data",
              "smtp.command.quit");
      for (ExportedSpan command : commands) {
        Map<String, Object> expected = new HashMap<>();
        expected.put("smtp.session_id", session);
        expected.put("smtp.command", command.name().substring(13).toUpperCase());
        expected.put("smtp.response.status_code", command.name().endsWith("quit") ? 221L : 250L);
        expected.put("network.protocol.name", "smtp");
        expected.put("network.peer.address", "127.0.0.1");
        expected.put("client.address", "127.0.0.1");
        expected.put("client.port", (long) client.localPort());
        expected.put("server.port", (long) server.smtpPort());
        assertThat(command).isRoot().hasAttributesExactly(expected);
      }
      assertThat(commands).extracting(ExportedSpan::traceId).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void storingTheMessageIsAChildOfData(String version) {
    try (GreenMailServer server = GreenMailServer.start(version);
        ScriptedClient client = SmtpDialogue.greeted(server)) {
      client.line("EHLO client.test").readSmtp();
      client.line("MAIL FROM:<alice@example.test>").expect("250");
      client.line("RCPT TO:<bob@example.test>").expect("250");
      client.line("RCPT TO:<carol@example.test>").expect("250");
      client.line("DATA").expect("354");
      client.send("Message-ID: <1@example.test>\r\n\r\nhello\r\n.\r\n").expect("250");

      ExportedSpan data = telemetry.awaitSpan("smtp.command.data");
      assertThat(telemetry.awaitSpan("smtp.message.save"))
          .hasKind("INTERNAL")
          .hasParent(data)
          .hasAttributesExactly(
              Map.of(
                  "smtp.buffer_size",
                  39L,
                  "smtp.from",
                  "alice@example.test",
                  "smtp.recipients_count",
                  2L,
                  "smtp.message_id",
                  "<1@example.test>"));
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void pipelinedCommandsAreEachARootOfTheirOwn(String version) {
    try (GreenMailServer server = GreenMailServer.start(version);
        ScriptedClient client = SmtpDialogue.greeted(server)) {
      client.send(
          "HELO c\r\nMAIL FROM:<a@b.test>\r\nRCPT TO:<c@d.test>\r\nRSET\r\nNOOP\r\nQUIT\r\n");
      client.readToEnd();

      List<ExportedSpan> commands = telemetry.awaitSpans(6);
      assertThat(commands)
          .extracting(ExportedSpan::name)
          .containsExactly(
              "smtp.command.helo",
              "smtp.command.mail",
              "smtp.command.rcpt",
              "smtp.command.rset",
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
  @ArgumentsSource(GreenMailVersions.class)
  void refusalsAreTheClientsFault(String version) {
    try (GreenMailServer server = GreenMailServer.start(version);
        ScriptedClient client = SmtpDialogue.greeted(server)) {
      client.line("DATA").expect("503");
      client.line("RCPT TO:<bob@example.test>").expect("503");
      client.line("MAIL TO:bob").expect("501");

      for (ExportedSpan span : telemetry.awaitSpans(3)) {
        assertThat(span).hasStatusUnset().hasNoAttribute("error.type");
      }
      assertThat(telemetry.awaitSpan("smtp.command.mail"))
          .hasAttribute("smtp.response.status_code", 501L);
      telemetry.await(
          () ->
              telemetry.count(
                      "smtp.command.duration",
                      Map.of("command", "DATA", "smtp.response.class", "5xx"))
                  == 1);
      assertThat(telemetry.sum("smtp.messages.received")).isZero();
    }
  }
}
