// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.JamesProtocolsServer;
import io.mailscope.testing.server.JamesProtocolsVersions;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Messages: their size as the client sent it, what becomes of them, and whose fault that is. */
class JamesSmtpMessagesIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @ParameterizedTest
  @ArgumentsSource(JamesProtocolsVersions.class)
  void sizeIsThatOfRfc1870(String version) {
    try (JamesProtocolsServer server = JamesProtocolsServer.start(version, "smtp");
        ScriptedClient client = JamesDialogue.untilData(server)) {
      String content = "Subject: x\r\n\r\n.stuffed\r\n\r\n.\r\nlast\r\n";
      String sent = content.replace("\r\n.", "\r\n..");
      // Split at awkward places: the server reads it in several pieces.
      client.send(sent.substring(0, 5)).send(sent.substring(5)).send(".\r").send("\n");
      client.expect("250");

      ExportedSpan data = telemetry.awaitSpan("smtp.command.data");
      assertThat(telemetry.spans("smtp.command.data")).hasSize(1);
      assertThat(telemetry.awaitSpan("smtp.message.save"))
          .hasKind("INTERNAL")
          .hasParent(data)
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
  @ArgumentsSource(JamesProtocolsVersions.class)
  void aLargeMessageIsOneSpan(String version) {
    try (JamesProtocolsServer server = JamesProtocolsServer.start(version, "smtp");
        ScriptedClient client = JamesDialogue.untilData(server)) {
      String line = "0123456789".repeat(7) + "\r\n";
      client.send(line.repeat(20_000)).line(".").expect("250");

      telemetry.await(() -> telemetry.sum("smtp.messages.received") == 1);
      assertThat(telemetry.sum("smtp.bytes.received")).isEqualTo(20_000L * line.length());
      assertThat(telemetry.awaitSpans(5)).hasSize(5);
    }
  }

  @ParameterizedTest
  @ArgumentsSource(JamesProtocolsVersions.class)
  void aRefusedMessageIsNotCounted(String version) {
    try (JamesProtocolsServer server =
            JamesProtocolsServer.start(version, "smtp").onMessage(() -> "DENY");
        ScriptedClient client = JamesDialogue.untilData(server)) {
      client.send("x: y\r\n\r\nz\r\n.\r\n").expect("554");

      assertThat(telemetry.awaitSpan("smtp.command.data"))
          .hasStatusUnset()
          .hasAttribute("smtp.response.status_code", 554L);
      telemetry.await(() -> telemetry.count("smtp.message.processing.duration", Map.of()) == 1);
      assertThat(telemetry.sum("smtp.messages.received")).isZero();
      assertThat(telemetry.sum("smtp.bytes.received")).isZero();
    }
  }

  @ParameterizedTest
  @ArgumentsSource(JamesProtocolsVersions.class)
  void aHookThatThrowsIsTheServersFault(String version) {
    try (JamesProtocolsServer server =
            JamesProtocolsServer.start(version, "smtp")
                .onMessage(
                    () -> {
                      throw new IllegalStateException("disk full");
                    });
        ScriptedClient client = JamesDialogue.untilData(server)) {
      client.send("x: y\r\n\r\nz\r\n.\r\n").expect("451");
      client.readToEnd();

      ExportedSpan data = telemetry.awaitSpan("smtp.command.data");
      assertThat(data)
          .hasStatusError()
          .hasAttribute("smtp.response.status_code", 451L)
          .hasAttribute("error.type", "java.lang.IllegalStateException")
          .hasAttribute("exception.type", "java.lang.IllegalStateException")
          .hasAttribute("exception.message", "disk full");
      assertThat(telemetry.awaitSpan("smtp.message.save")).hasParent(data).hasStatusError();
      telemetry.await(
          () -> telemetry.sum("smtp.connections.closed", Map.of("reason", "error")) == 1);
      telemetry.await(() -> telemetry.standing("smtp.connections.active") == 0);
    }
  }

  @ParameterizedTest
  @ArgumentsSource(JamesProtocolsVersions.class)
  void lmtpTellsHowManyRecipientsItTookItFor(String version) {
    String[] results = {"DENY", "OK", "OK"};
    int[] next = {0};
    try (JamesProtocolsServer server =
            JamesProtocolsServer.start(version, "lmtp").onMessage(() -> results[next[0]++]);
        ScriptedClient client =
            JamesDialogue.untilLmtpData(server, "a@b.test", "c@d.test", "e@f.test")) {
      client.send("x: y\r\n\r\nz\r\n.\r\n").expect("554");
      client.expect("250");
      client.expect("250");

      assertThat(telemetry.awaitSpan("smtp.command.data"))
          .isRoot()
          .hasStatusUnset()
          .hasAttribute("network.protocol.name", "lmtp")
          .hasAttribute("smtp.response.status_code", 554L)
          .hasAttribute("smtp.lmtp.accepted", 2L)
          .hasAttribute("smtp.lmtp.refused", 1L);
      assertThat(telemetry.awaitSpan("smtp.command.lhlo"))
          .hasAttribute("network.protocol.name", "lmtp")
          .hasNoAttribute("smtp.lmtp.accepted");
      telemetry.await(() -> telemetry.sum("smtp.messages.received") == 1);
      assertThat(telemetry.sum("smtp.bytes.received")).isEqualTo(11);
    }
  }

  @ParameterizedTest
  @ArgumentsSource(JamesProtocolsVersions.class)
  void whatABackEndDidNotAnswerIsNotTheClient(String version) {
    try (JamesProtocolsServer server =
            JamesProtocolsServer.start(version, "smtp")
                .onMessage(
                    () -> {
                      throw new UncheckedIOException(new SocketTimeoutException("Read timed out"));
                    });
        ScriptedClient client = JamesDialogue.untilData(server)) {
      client.send("x: y\r\n\r\nz\r\n.\r\n").expect("451");
      client.readToEnd();

      assertThat(telemetry.awaitSpan("smtp.command.data"))
          .hasStatusError()
          .hasAttribute("smtp.response.status_code", 451L)
          .hasAttribute("error.type", "java.io.UncheckedIOException");
      telemetry.await(() -> telemetry.sum("smtp.connections.closed") == 1);
      assertThat(telemetry.sum("smtp.connections.closed", Map.of("reason", "error"))).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ArgumentsSource(JamesProtocolsVersions.class)
  void lmtpThatNobodyWantedIsNotCounted(String version) {
    try (JamesProtocolsServer server =
            JamesProtocolsServer.start(version, "lmtp").onMessage(() -> "DENY");
        ScriptedClient client = JamesDialogue.untilLmtpData(server, "a@b.test", "c@d.test")) {
      client.send("x: y\r\n\r\nz\r\n.\r\n").expect("554");
      client.expect("554");

      assertThat(telemetry.awaitSpan("smtp.command.data"))
          .hasAttribute("smtp.lmtp.accepted", 0L)
          .hasAttribute("smtp.lmtp.refused", 2L);
      telemetry.await(() -> telemetry.count("smtp.message.processing.duration", Map.of()) == 1);
      assertThat(telemetry.sum("smtp.messages.received")).isZero();
    }
  }
}
