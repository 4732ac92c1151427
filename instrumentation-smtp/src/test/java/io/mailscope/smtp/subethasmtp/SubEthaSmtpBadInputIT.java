// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.subethasmtp;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.SubEthaServer;
import io.mailscope.testing.server.SubEthaVersions;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Clients that send what no client should. */
class SubEthaSmtpBadInputIT {

  private static final int MANY = 500;

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @SuppressWarnings("unused") // by name
  private static final Iterable<String> SINCE_3_1_7 = SubEthaVersions.SINCE_3_1_7;

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void unknownWordsAreOneSeries(String version) {
    try (SubEthaServer server = SubEthaServer.start(version);
        ScriptedClient client = SubEthaDialogue.greeted(server)) {
      for (int i = 0; i < MANY; i++) {
        client.line("s3cr3t" + i + " \t\u0001 " + i).expect("500");
      }
      SubEthaDialogue.quit(client);

      telemetry.await(() -> telemetry.sum("smtp.commands") == MANY + 1);
      assertThat(telemetry.sum("smtp.commands", Map.of("command", "_OTHER"))).isEqualTo(MANY);
      assertThat(telemetry.count("smtp.command.duration", Map.of("command", "_OTHER")))
          .isEqualTo(MANY);
      assertThat(telemetry.spans().toString()).doesNotContain("s3cr3t");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void whatIsNoTextIsNoFault(String version) {
    try (SubEthaServer server = SubEthaServer.start(version);
        ScriptedClient client = SubEthaDialogue.greeted(server)) {
      client.sendBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) 0xC3, 1, '\r', '\n'});
      client.readLine();

      assertThat(telemetry.awaitSpan("smtp.command._other"))
          .isRoot()
          .hasStatusUnset()
          .hasNoAttribute("exception.type");
    }
  }

  @ParameterizedTest
  @FieldSource("SINCE_3_1_7")
  void theRestOfARefusedMessageIsReadAsCommands(String version) {
    SubEthaServer.Handler handler =
        (self, method, argument) -> {
          if (method.equals("data")) {
            throw self.rejection(550, "5.7.1 no");
          }
        };
    try (SubEthaServer server = SubEthaServer.create(version).handler(handler).start();
        ScriptedClient client = SubEthaDialogue.untilData(server)) {
      client.expect("550");
      client.send("Subject: s3cr3t\r\nNOOP\r\n");
      client.expect("500");
      client.expect("250");

      assertThat(telemetry.awaitSpan("smtp.command.data"))
          .hasStatusUnset()
          .hasAttribute("smtp.response.status_code", 550L);
      assertThat(telemetry.awaitSpan("smtp.command._other")).hasStatusUnset();
      assertThat(telemetry.awaitSpan("smtp.command.noop")).hasStatusUnset();
      assertThat(telemetry.count("smtp.message.processing.duration", Map.of())).isZero();
      assertThat(telemetry.spans().toString()).doesNotContain("s3cr3t");
    }
  }

  /** SubEtha fails at a number that is too large, and closes the connection. */
  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void aSizeThatNoServerCanTake(String version) {
    try (SubEthaServer server = SubEthaServer.start(version);
        ScriptedClient client = SubEthaDialogue.greeted(server)) {
      client.line("EHLO client.test").readSmtp();
      client.line("MAIL FROM:<a@b.test> SIZE=99999999999").readToEnd();

      assertThat(telemetry.awaitSpan("smtp.command.mail"))
          .hasStatusError()
          .hasAttribute("error.type", "java.lang.NumberFormatException");
      telemetry.await(
          () -> telemetry.sum("smtp.connections.closed", Map.of("reason", "error")) == 1);
    }
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void longNamesAreCut(String version) {
    String sender = "a".repeat(600) + "@example.test";
    try (SubEthaServer server = SubEthaServer.start(version);
        ScriptedClient client = SubEthaDialogue.greeted(server)) {
      client.line("HELO client.test").readSmtp();
      client.sendBytes(
          ("MAIL FROM:<" + sender + ">\r\nRCPT TO:<bob@example.test>\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      client.readLine();
      if (client.readLine().startsWith("250")) {
        client.line("DATA").expect("354");
        client.send("a: b\r\n\r\n1\r\n.\r\n").expect("250");
        assertThat(telemetry.awaitSpan("smtp.message.save"))
            .hasAttribute("smtp.from", sender.substring(0, 256));
      }
      telemetry.awaitSpan("smtp.command.mail");
      assertThat(telemetry.spans().toString()).doesNotContain("a".repeat(257));
    }
  }
}
