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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Messages by BDAT (RFC 3030), which SubEtha has since 5.2. */
class SubEthaSmtpChunksIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @SuppressWarnings("unused") // by name
  private static final Iterable<String> WITH_BDAT = SubEthaVersions.WITH_BDAT;

  @ParameterizedTest
  @FieldSource("WITH_BDAT")
  void allChunksAreOneMessageAndEachIsACommand(String version) {
    try (SubEthaServer server = SubEthaServer.start(version);
        ScriptedClient client = SubEthaDialogue.untilRecipient(server)) {
      client.send("BDAT 10\r\na: b\r\n\r\n12").expect("250");
      client.send("BDAT 3\r\n.34").expect("250");
      client.send("BDAT 4 LAST\r\n56\r\n").expect("250");
      client.line("NOOP").expect("250");

      List<ExportedSpan> chunks =
          telemetry.awaitSpans(8).stream()
              .filter(span -> span.name().equals("smtp.command.bdat"))
              .toList();
      assertThat(chunks)
          .hasSize(3)
          .allSatisfy(
              chunk ->
                  assertThat(chunk)
                      .isRoot()
                      .hasKind("SERVER")
                      .hasStatusUnset()
                      .hasAttribute("smtp.command", "BDAT")
                      .hasAttribute("smtp.response.status_code", 250L));
      assertThat(telemetry.awaitSpan("smtp.message.save"))
          .hasParent(chunks.get(2))
          .hasAttribute("smtp.buffer_size", 17L);
      assertThat(telemetry.sum("smtp.messages.received")).isEqualTo(1);
      assertThat(telemetry.sum("smtp.bytes.received")).isEqualTo(17);
      assertThat(telemetry.count("smtp.message.processing.duration", Map.of())).isEqualTo(1);
      assertThat(telemetry.sum("smtp.commands", Map.of("command", "BDAT"))).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @FieldSource("WITH_BDAT")
  void theLastChunkMayBeEmpty(String version) {
    try (SubEthaServer server = SubEthaServer.start(version);
        ScriptedClient client = SubEthaDialogue.untilRecipient(server)) {
      client.send("BDAT 12\r\na: b\r\n\r\n12\r\n").expect("250");
      client.line("BDAT 0 LAST").expect("250");

      telemetry.await(() -> telemetry.spans("smtp.command.bdat").size() == 2);
      assertThat(telemetry.sum("smtp.messages.received")).isEqualTo(1);
      assertThat(telemetry.sum("smtp.bytes.received")).isEqualTo(12);
    }
  }

  @ParameterizedTest
  @FieldSource("WITH_BDAT")
  void twoMessagesOfAConnectionDoNotMix(String version) {
    try (SubEthaServer server = SubEthaServer.start(version);
        ScriptedClient client = SubEthaDialogue.untilRecipient(server)) {
      client.send("BDAT 10 LAST\r\na: b\r\n\r\n12").expect("250");
      client.line("MAIL FROM:<alice@example.test>").expect("250");
      client.line("RCPT TO:<bob@example.test>").expect("250");
      client.send("BDAT 8\r\na: b\r\n\r\n").expect("250");
      client.send("BDAT 1 LAST\r\n1").expect("250");

      telemetry.await(() -> telemetry.sum("smtp.messages.received") == 2);
      assertThat(telemetry.sum("smtp.bytes.received")).isEqualTo(10 + 9);
    }
  }

  @ParameterizedTest
  @FieldSource("WITH_BDAT")
  void whatIsNoChunkIsTheClientsFault(String version) {
    SubEthaServer.Handler handler =
        (self, method, argument) -> {
          // Reading more at a time would hide the exception of the stream.
          while (method.equals("data") && ((InputStream) argument).read() >= 0) {
            assertThat(telemetry.spans("smtp.message.save")).isEmpty();
          }
        };
    try (SubEthaServer server = SubEthaServer.create(version).handler(handler).start();
        ScriptedClient client = SubEthaDialogue.untilRecipient(server)) {
      client.send("BDAT 4\r\na: b").expect("250");
      client.line("NOOP s3cr3t").expect("503");
      client.readToEnd();

      assertThat(telemetry.awaitSpan("smtp.command.bdat"))
          .hasStatusUnset()
          .hasAttribute("smtp.response.status_code", 250L);
      assertThat(telemetry.awaitSpan("smtp.command.noop"))
          .isRoot()
          .hasStatusUnset()
          .hasNoAttribute("exception.type")
          .hasAttribute("smtp.response.status_code", 503L);
      telemetry.await(() -> telemetry.sum("smtp.connections.closed") == 1);
      assertThat(telemetry.sum("smtp.connections.closed", Map.of("reason", "error"))).isZero();
      assertThat(telemetry.sum("smtp.messages.received")).isZero();
      assertThat(telemetry.spans().toString()).doesNotContain("s3cr3t");
    }
  }

  @ParameterizedTest
  @FieldSource("WITH_BDAT")
  void aWrongFirstChunkIsRefused(String version) {
    try (SubEthaServer server = SubEthaServer.start(version);
        ScriptedClient client = SubEthaDialogue.untilRecipient(server)) {
      client.line("BDAT many").expect("503");
      client.send("BDAT 4 LAST\r\na: b").expect("250");

      telemetry.await(() -> telemetry.sum("smtp.messages.received") == 1);
      assertThat(telemetry.sum("smtp.bytes.received")).isEqualTo(4);
    }
  }

  /** SubEtha then takes the message for complete, and says 250 to nobody. */
  @ParameterizedTest
  @FieldSource("WITH_BDAT")
  void aClientThatLeavesInAChunkSentNoMessage(String version) {
    try (SubEthaServer server = SubEthaServer.start(version)) {
      SubEthaDialogue.untilRecipient(server).send("BDAT 40\r\na: b").close();

      assertThat(telemetry.awaitSpan("smtp.command.bdat"))
          .hasStatusUnset()
          .hasNoAttribute("smtp.response.status_code")
          .hasNoAttribute("exception.type");
      assertClosedByEof();
    }
  }

  /** SubEtha has a NullPointerException then. */
  @ParameterizedTest
  @FieldSource("WITH_BDAT")
  void aClientThatLeavesBetweenChunksSentNoMessage(String version) {
    try (SubEthaServer server = SubEthaServer.start(version)) {
      ScriptedClient client = SubEthaDialogue.untilRecipient(server);
      client.send("BDAT 4\r\na: b").expect("250");
      client.close();

      assertThat(telemetry.awaitSpan("smtp.command.bdat"))
          .hasStatusUnset()
          .hasAttribute("smtp.response.status_code", 250L);
      assertClosedByEof();
    }
  }

  @ParameterizedTest
  @FieldSource("WITH_BDAT")
  void anExceptionIsThatOfTheLastChunk(String version) {
    SubEthaServer.Handler handler =
        (self, method, argument) -> {
          if (method.equals("data")) {
            ((InputStream) argument).readAllBytes();
            throw new IllegalStateException("disk full");
          }
        };
    try (SubEthaServer server = SubEthaServer.create(version).handler(handler).start();
        ScriptedClient client = SubEthaDialogue.untilRecipient(server)) {
      client.send("BDAT 4\r\na: b").expect("250");
      client.send("BDAT 2 LAST\r\n\r\n").readToEnd();

      telemetry.await(() -> telemetry.spans("smtp.command.bdat").size() == 2);
      assertThat(telemetry.spans("smtp.command.bdat").get(0)).hasStatusUnset();
      assertThat(telemetry.spans("smtp.command.bdat").get(1))
          .hasStatusError()
          .hasAttribute("error.type", "java.lang.IllegalStateException")
          .hasAttribute("smtp.response.status_code", 421L);
    }
  }

  private static void assertClosedByEof() {
    telemetry.await(() -> telemetry.sum("smtp.connections.closed") == 1);
    assertThat(telemetry.sum("smtp.connections.closed", Map.of("reason", "eof"))).isEqualTo(1);
    assertThat(telemetry.sum("smtp.messages.received")).isZero();
    assertThat(telemetry.count("smtp.message.processing.duration", Map.of())).isZero();
  }
}
