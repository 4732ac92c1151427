// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james.server;

import static io.mailscope.testing.SpanAssert.assertThat;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.JamesPorts;
import io.mailscope.testing.server.JamesTraps;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Messages to a whole James: what is told of them, and what becomes of them. */
class JamesServerMessagesIT {

  private static final long SIZE = JamesMail.CONTENT.length();

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  private final JamesPorts ports = JamesMail.james().ports();
  private final JamesTraps traps = JamesMail.james().traps();

  @BeforeEach
  void startFromQuiet() {
    JamesMail.quiet(telemetry);
  }

  @Test
  void aMessageIsSavedWithinItsData() {
    String to = JamesMail.user();
    String other = JamesMail.user();
    try (ScriptedClient client = JamesMail.untilData(ports.smtp(), "EHLO", to, other)) {
      JamesMail.send(client).expect("250");

      ExportedSpan data = telemetry.awaitSpan("smtp.command.data");
      assertThat(data)
          .isRoot()
          .hasKind("SERVER")
          .hasScope("Relate.Smtp")
          .hasStatusUnset()
          .hasNoEvents()
          .hasAttribute("smtp.response.status_code", 250L)
          .hasAttribute("smtp.response.enhanced_code", "2.6.0")
          .hasAttribute("network.protocol.name", "smtp")
          .hasAttribute("server.port", (long) ports.smtp())
          .hasAttribute("client.port", (long) client.localPort())
          .hasAttribute("client.address", "127.0.0.1");
      assertThat(telemetry.awaitSpan("smtp.message.save"))
          .hasKind("INTERNAL")
          .hasParent(data)
          .hasStatusUnset()
          .hasAttributesExactly(
              Map.of(
                  "smtp.buffer_size",
                  SIZE,
                  "smtp.from",
                  "queen@example.test",
                  "smtp.recipients_count",
                  2L));
      assertReceived(1);
      JamesMail.quit(client);
    }
  }

  @Test
  void submissionIsSeenWithItsLoginInSeveralLines() {
    String user = JamesMail.user();
    try (ScriptedClient client = JamesMail.greeted(ports.submission())) {
      client.line("EHLO client.test").readSmtp();
      client.line("AUTH LOGIN").expect("334");
      client.line(base64(user)).expect("334");
      client.line(base64(JamesMail.PASSWORD)).expect("235");
      client.line("MAIL FROM:<" + user + ">").expect("250");
      client.line("RCPT TO:<" + user + ">").expect("250");
      client.line("DATA").expect("354");
      JamesMail.send(client).expect("250");
      JamesMail.quit(client);

      assertThat(telemetry.awaitSpan("smtp.command.quit")).isRoot();
      assertThat(telemetry.spans())
          .extracting(ExportedSpan::name)
          .filteredOn(name -> name.startsWith("smtp."))
          .containsExactly(
              "smtp.command.ehlo",
              "smtp.command.auth",
              "smtp.command.mail",
              "smtp.command.rcpt",
              "smtp.message.save",
              "smtp.command.data",
              "smtp.command.quit");
      assertThat(telemetry.awaitSpan("smtp.command.auth"))
          .isRoot()
          .hasStatusUnset()
          .hasAttribute("server.port", (long) ports.submission())
          .hasAttribute("smtp.response.status_code", 235L);
      assertThat(telemetry.spans().toString())
          .doesNotContain(JamesMail.PASSWORD, base64(JamesMail.PASSWORD));
      assertReceived(1);
    }
  }

  @Test
  void lmtpAnswersForEachRecipient() {
    String to = JamesMail.user();
    String other = JamesMail.user();
    try (ScriptedClient client = JamesMail.untilData(ports.lmtp(), "LHLO", to, other)) {
      JamesMail.send(client).expect("250");
      client.expect("250");

      ExportedSpan data = telemetry.awaitSpan("smtp.command.data");
      assertThat(data)
          .isRoot()
          .hasStatusUnset()
          .hasAttribute("network.protocol.name", "lmtp")
          .hasAttribute("smtp.response.status_code", 250L)
          .hasAttribute("smtp.lmtp.accepted", 2L)
          .hasAttribute("smtp.lmtp.refused", 0L);
      assertThat(telemetry.awaitSpan("smtp.message.save"))
          .hasParent(data)
          .hasAttribute("smtp.buffer_size", SIZE)
          .hasAttribute("smtp.recipients_count", 2L);
      assertThat(telemetry.spans("smtp.message.save")).hasSize(1);
      assertReceived(1);
    }
  }

  @Test
  void aMailboxThatCannotTakeItIsTheServersFault() {
    String to = JamesMail.user();
    String full = JamesMail.user();
    JamesMail.james().limitMessages(full, 1);
    try (ScriptedClient client = JamesMail.untilData(ports.lmtp(), "LHLO", full)) {
      JamesMail.send(client).expect("250");
      JamesMail.quit(client);
    }
    JamesMail.quiet(telemetry);
    try (ScriptedClient client = JamesMail.untilData(ports.lmtp(), "LHLO", full, to)) {
      JamesMail.send(client).expect("451");
      client.expect("250");

      ExportedSpan data = telemetry.awaitSpan("smtp.command.data");
      assertThat(data)
          .hasStatusError()
          .hasAttribute("error.type", "451")
          .hasAttribute("smtp.response.status_code", 451L)
          .hasAttribute("smtp.lmtp.accepted", 1L)
          .hasAttribute("smtp.lmtp.refused", 1L);
      assertThat(telemetry.awaitSpan("smtp.message.save"))
          .hasParent(data)
          .hasStatusError()
          .hasAttribute("error.type", "451");
      assertReceived(1);
    }
  }

  @Test
  void lmtpThroughTheMailetsAnswersForEachRecipient() {
    String to = JamesMail.user();
    String other = JamesMail.user();
    try (ScriptedClient client = JamesMail.untilData(traps.lmtpMailets(), "LHLO", to, other)) {
      JamesMail.send(client).expect("250");
      client.expect("250");

      ExportedSpan data = telemetry.awaitSpan("smtp.command.data");
      assertThat(data)
          .isRoot()
          .hasStatusUnset()
          .hasAttribute("network.protocol.name", "lmtp")
          .hasAttribute("smtp.lmtp.accepted", 2L)
          .hasAttribute("smtp.lmtp.refused", 0L);
      assertThat(telemetry.awaitSpan("smtp.message.save"))
          .hasParent(data)
          .hasStatusUnset()
          .hasAttribute("smtp.recipients_count", 2L);
      assertReceived(1);
    }
  }

  @Test
  void aLineThatEndsInLfAloneIsRefusedAndNotCounted() {
    try (ScriptedClient client = JamesMail.untilData(ports.smtp(), "EHLO", JamesMail.user())) {
      client.send("Subject: x\r\n\r\nsmuggled\n.\r\n").expect("500");
      client.readToEnd();

      assertThat(telemetry.awaitSpan("smtp.command.data"))
          .isRoot()
          .hasStatusUnset()
          .hasAttribute("smtp.response.status_code", 500L);
      telemetry.await(() -> telemetry.sum("smtp.connections.closed") == 1);
      assertThat(telemetry.sum("smtp.messages.received")).isZero();
      assertThat(telemetry.sum("smtp.bytes.received")).isZero();
    }
  }

  @Test
  void anUnknownRecipientIsTheClientsFault() {
    try (ScriptedClient client = JamesMail.greeted(ports.smtp())) {
      client.line("EHLO client.test").readSmtp();
      client.line("MAIL FROM:<queen@example.test>").expect("250");
      client.line("RCPT TO:<nobody@example.test>").expect("550");

      assertThat(telemetry.awaitSpan("smtp.command.rcpt"))
          .isRoot()
          .hasStatusUnset()
          .hasAttribute("smtp.response.status_code", 550L);
    }
  }

  private static void assertReceived(int messages) {
    telemetry.await(() -> telemetry.sum("smtp.messages.received") >= messages);
    assertThat(telemetry.sum("smtp.messages.received")).isEqualTo(messages);
    assertThat(telemetry.sum("smtp.bytes.received")).isEqualTo(messages * SIZE);
    assertThat(telemetry.count("smtp.message.processing.duration", Map.of())).isEqualTo(messages);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(US_ASCII));
  }
}
