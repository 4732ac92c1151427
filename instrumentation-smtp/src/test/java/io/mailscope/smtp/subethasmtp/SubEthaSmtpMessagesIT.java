// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.subethasmtp;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.SubEthaServer;
import io.mailscope.testing.server.SubEthaVersions;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages by DATA: their size as the client sent it, and what becomes of them. */
class SubEthaSmtpMessagesIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void sizeIsThatOfRfc1870(String version) {
    try (SubEthaServer server = SubEthaServer.start(version);
        ScriptedClient client = SubEthaDialogue.untilData(server)) {
      String content = ".first\r\nSubject: x\r\n\r\n.stuffed\r\n\r\n.\r\nlast\r\n";
      String sent = "." + content.replace("\r\n.", "\r\n..");
      // Split at awkward places: the server reads it in several pieces.
      client.send(sent.substring(0, 5)).send(sent.substring(5)).send(".\r").send("\n");
      client.expect("250");

      ExportedSpan data = telemetry.awaitSpan("smtp.command.data");
      assertThat(telemetry.spans("smtp.command.data")).hasSize(1);
      assertThat(telemetry.awaitSpan("smtp.message.save"))
          .hasKind("INTERNAL")
          .hasParent(data)
          .hasStatusUnset()
          .hasAttributesExactly(
              Map.of(
                  "smtp.buffer_size",
                  (long) content.length(),
                  "smtp.from",
                  "alice@example.test",
                  "smtp.recipients_count",
                  1L));
      telemetry.await(() -> telemetry.sum("smtp.messages.received") == 1);
      assertThat(telemetry.sum("smtp.bytes.received")).isEqualTo(content.length());
      assertThat(telemetry.count("smtp.message.processing.duration", Map.of())).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void aHandlerMayLeaveTheRestToTheServer(String version) {
    try (SubEthaServer server =
            SubEthaServer.create(version)
                .handler(
                    (self, method, argument) -> {
                      if (method.equals("data")) {
                        assertThat(((InputStream) argument).read()).isEqualTo('R');
                      }
                    })
                .start();
        ScriptedClient client = SubEthaDialogue.untilData(server)) {
      client.send("Subject: x\r\n\r\nhello\r\n.\r\n").expect("250");
      telemetry.await(() -> telemetry.sum("smtp.messages.received") == 1);
      assertThat(telemetry.sum("smtp.bytes.received")).isEqualTo(21);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.1.7", "4.0-RC8", "5.2.8", "6.0.7", "7.2.2"})
  void sizeIsTheSameWithoutAReceivedHeader(String version) {
    try (SubEthaServer server = SubEthaServer.create(version).withoutReceivedHeaders().start();
        ScriptedClient client = SubEthaDialogue.untilData(server)) {
      client.send("x: y\r\n\r\n..z\r\n.\r\n").expect("250");
      telemetry.await(() -> telemetry.sum("smtp.messages.received") == 1);
      assertThat(telemetry.sum("smtp.bytes.received")).isEqualTo(12);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.1.7", "4.0-RC8", "5.2.8", "6.0.7", "7.2.2"})
  void anEmptyMessageIsOne(String version) {
    try (SubEthaServer server = SubEthaServer.start(version);
        ScriptedClient client = SubEthaDialogue.untilData(server)) {
      client.line(".").expect("250");
      telemetry.await(() -> telemetry.sum("smtp.messages.received") == 1);
      assertThat(telemetry.sum("smtp.bytes.received")).isZero();
      assertThat(telemetry.awaitSpan("smtp.message.save")).hasAttribute("smtp.buffer_size", 0L);
    }
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void aLargeMessageIsOneSpan(String version) {
    try (SubEthaServer server = SubEthaServer.start(version);
        ScriptedClient client = SubEthaDialogue.untilData(server)) {
      String line = "0123456789".repeat(7) + "\r\n";
      client.send(line.repeat(20_000)).line(".").expect("250");

      telemetry.await(() -> telemetry.sum("smtp.messages.received") == 1);
      assertThat(telemetry.sum("smtp.bytes.received")).isEqualTo(20_000L * line.length());
      assertThat(telemetry.awaitSpans(5)).hasSize(5);
    }
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void severalMessagesOfAConnectionAreEachCounted(String version) {
    try (SubEthaServer server = SubEthaServer.start(version);
        ScriptedClient client = SubEthaDialogue.untilData(server)) {
      client.send("a: b\r\n\r\n1\r\n.\r\n").expect("250");
      client.line("HELO client.test").readSmtp();
      client.line("MAIL FROM:<>").expect("250");
      client.line("RCPT TO:<bob@example.test>").expect("250");
      client.line("RCPT TO:<carol@example.test>").expect("250");
      client.line("DATA").expect("354");
      client.send("a: b\r\n\r\n12\r\n.\r\n").expect("250");
      SubEthaDialogue.quit(client);

      assertThat(telemetry.awaitSpans(12)).hasSize(12);
      assertThat(telemetry.sum("smtp.messages.received")).isEqualTo(2);
      assertThat(telemetry.sum("smtp.bytes.received")).isEqualTo(11 + 12);
      assertThat(telemetry.spans("smtp.message.save").get(1))
          .hasAttributesExactly(Map.of("smtp.buffer_size", 12L, "smtp.recipients_count", 2L));
    }
  }
}
