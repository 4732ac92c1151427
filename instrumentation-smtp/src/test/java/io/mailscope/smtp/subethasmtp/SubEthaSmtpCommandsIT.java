// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.subethasmtp;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.SubEthaServer;
import io.mailscope.testing.server.SubEthaVersions;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** What each command of a mail transaction leaves. */
class SubEthaSmtpCommandsIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void aMailIsSixCommandsOfOneSession(String version) {
    StringBuilder received = new StringBuilder();
    try (SubEthaServer server =
            SubEthaServer.create(version)
                .handler(
                    (self, method, argument) -> {
                      if (method.equals("data")) {
                        received.append(
                            new String(((java.io.InputStream) argument).readAllBytes()));
                      }
                    })
                .start();
        ScriptedClient client = SubEthaDialogue.greeted(server)) {
      client.line("EHLO client.test").readSmtp();
      client.line("mail from:<alice@example.test>").expect("250");
      client.line("RCPT TO:<bob@example.test>").expect("250");
      client.line("RCPT TO:<carol@example.test>").expect("250");
      client.line("DATA").expect("354");
      client.send("Subject: x\r\n\r\nhello\r\n.\r\n").expect("250");
      SubEthaDialogue.quit(client);

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
      String session = (String) commands.get(0).attributes().get("smtp.session_id");
      if (version.equals("3.1.3")) {
        assertThat(session).matches("[0-9a-f]{16}");
      } else {
        assertThat(received.toString()).contains(" id " + session);
      }
      for (ExportedSpan command : commands) {
        Map<String, Object> expected = new HashMap<>();
        expected.put("smtp.session_id", session);
        expected.put("smtp.command", command.name().substring(13).toUpperCase(Locale.ROOT));
        expected.put("smtp.response.status_code", command.name().endsWith("quit") ? 221L : 250L);
        expected.put("network.protocol.name", "smtp");
        expected.put("network.peer.address", "127.0.0.1");
        expected.put("client.address", "127.0.0.1");
        expected.put("client.port", (long) client.localPort());
        expected.put("server.port", (long) server.port());
        assertThat(command)
            .isRoot()
            .hasScope("Relate.Smtp")
            .hasStatusUnset()
            .hasNoEvents()
            .hasAttributesExactly(expected);
      }
      assertThat(commands).extracting(ExportedSpan::traceId).doesNotHaveDuplicates();
      assertThat(telemetry.sum("smtp.commands")).isEqualTo(6);
    }
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void pipelinedCommandsAreEachARootOfTheirOwn(String version) {
    try (SubEthaServer server = SubEthaServer.start(version);
        ScriptedClient client = SubEthaDialogue.greeted(server)) {
      client.send("HELO c\r\nMAIL FROM:<a@b.test>\r\nRCPT TO:<c@d.test>\r\nNOOP\r\nQUIT\r\n");
      client.readToEnd();

      List<ExportedSpan> commands = telemetry.awaitSpans(5);
      assertThat(commands)
          .extracting(ExportedSpan::name)
          .containsExactly(
              "smtp.command.helo",
              "smtp.command.mail",
              "smtp.command.rcpt",
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
  @ArgumentsSource(SubEthaVersions.class)
  void refusalsAreTheClientsFault(String version) {
    try (SubEthaServer server = SubEthaServer.create(version).maxRecipients(1).start();
        ScriptedClient client = SubEthaDialogue.untilRecipient(server)) {
      client.line("RCPT TO:<carol@example.test>").expect("452");
      client.line("MAIL FROM:<x@y.test>").expect("503");
      client.line("STARTTLS now").expect("501");
      client.line("S3CR3T word").expect("500");
      client.line("").expect("500");
      SubEthaDialogue.quit(client);

      List<ExportedSpan> spans = telemetry.awaitSpans(9);
      for (ExportedSpan span : spans) {
        assertThat(span).isRoot().hasStatusUnset().hasNoAttribute("error.type");
      }
      assertThat(telemetry.spans("smtp.command._other"))
          .hasSize(2)
          .allSatisfy(span -> assertThat(span).hasAttribute("smtp.response.status_code", 500L));
      assertThat(spans.toString()).doesNotContain("S3CR3T");
      assertThat(telemetry.sum("smtp.messages.received")).isZero();
    }
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void enhancedCodesAreThoseOfTheReply(String version) {
    try (SubEthaServer server =
            SubEthaServer.create(version)
                .handler(
                    (self, method, argument) -> {
                      if (method.equals("recipient")) {
                        throw self.rejection(450, "4.2.0 greylisted");
                      }
                    })
                .start();
        ScriptedClient client = SubEthaDialogue.greeted(server)) {
      client.line("HELO client.test").readSmtp();
      client.line("MAIL FROM:<alice@example.test>").expect("250");
      client.line("RCPT TO:<bob@example.test>").expect("450");

      assertThat(telemetry.awaitSpan("smtp.command.rcpt"))
          .hasStatusUnset()
          .hasAttribute("smtp.response.status_code", 450L)
          .hasAttribute("smtp.response.enhanced_code", "4.2.0");
    }
  }
}
