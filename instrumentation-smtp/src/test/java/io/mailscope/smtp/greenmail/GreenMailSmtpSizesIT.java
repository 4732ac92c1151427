// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.greenmail;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailServer;
import io.mailscope.testing.server.GreenMailVersions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code smtp.bytes.received} counts by RFC 1870: what the client meant, no more and no less. */
class GreenMailSmtpSizesIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  static Stream<Arguments> messages() {
    String wide = "Subject: x\r\n\r\n" + "a".repeat(70_000) + "\r\n";
    return GreenMailVersions.all()
        .flatMap(
            version ->
                Stream.of(
                    Arguments.of(version, "one line", "Subject: x\r\n\r\nbody\r\n"),
                    Arguments.of(version, "headers alone", "Subject: x\r\n\r\n"),
                    Arguments.of(
                        version, "stuffed dots", "Subject: x\r\n\r\n.\r\n..\r\n.a\r\nb.\r\n"),
                    Arguments.of(version, "empty lines", "Subject: x\r\n\r\n\r\n\r\n\r\n"),
                    Arguments.of(version, "8 bit", "Subject: x\r\n\r\n\u00fc\u00e9\u00ff\r\n"),
                    Arguments.of(version, "one wide line", wide)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("messages")
  void countsWhatTheClientMeant(String version, String name, String message) {
    try (GreenMailServer server = GreenMailServer.start(version);
        ScriptedClient client = SmtpDialogue.untilData(server)) {
      client.send(stuffed(message) + ".\r\n").expect("250");
      SmtpDialogue.quit(client);

      telemetry.await(() -> telemetry.sum("smtp.messages.received") == 1);
      assertThat(telemetry.sum("smtp.bytes.received")).isEqualTo(message.length());
      assertThat(telemetry.awaitSpan("smtp.message.save").attributes())
          .containsEntry("smtp.buffer_size", (long) message.length());
      assertThat(telemetry.count("smtp.message.processing.duration", Map.of())).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("io.mailscope.testing.server.GreenMailVersions#all")
  void countsALargeMessage(String version) {
    String line = "x".repeat(76) + "\r\n";
    String message = "Subject: large\r\n\r\n" + line.repeat(5_000_000 / line.length());
    try (GreenMailServer server = GreenMailServer.start(version);
        ScriptedClient client = SmtpDialogue.untilData(server)) {
      client.send(message + ".\r\n").expect("250");
      SmtpDialogue.quit(client);

      telemetry.await(() -> telemetry.sum("smtp.messages.received") == 1);
      assertThat(telemetry.sum("smtp.bytes.received")).isEqualTo(message.length());
    }
  }

  private static String stuffed(String message) {
    return message.replaceAll("(?m)^\\.", "..");
  }
}
