// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.subethasmtp;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.SubEthaServer;
import io.mailscope.testing.server.SubEthaVersions;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the application refuses: policy, and no fault. */
class SubEthaSmtpRefusalsIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @SuppressWarnings("unused") // by name
  private static final Iterable<String> WITH_BUILDER = SubEthaVersions.WITH_BUILDER;

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void aRefusalIsNoFaultWhateverItsCode(String version) {
    SubEthaServer.Handler handler =
        (self, method, argument) -> {
          if (method.equals("data")) {
            ((InputStream) argument).readAllBytes();
            throw self.rejection(421, "4.3.2 not now");
          }
          if (method.equals("recipient") && argument.toString().startsWith("carol")) {
            throw self.rejection(454, "no carol");
          }
        };
    try (SubEthaServer server = SubEthaServer.create(version).handler(handler).start();
        ScriptedClient client = SubEthaDialogue.untilRecipient(server)) {
      client.line("RCPT TO:<carol@example.test>").expect("454");
      client.line("DATA").expect("354");
      client.send("x: y\r\n\r\nz\r\n.\r\n").expect("421");
      SubEthaDialogue.quit(client);

      telemetry.awaitSpans(7);
      assertThat(telemetry.spans("smtp.command.rcpt").get(1))
          .hasStatusUnset()
          .hasNoAttribute("error.type")
          .hasAttribute("smtp.response.status_code", 454L);
      assertThat(telemetry.awaitSpan("smtp.command.data"))
          .hasStatusUnset()
          .hasNoAttribute("exception.type")
          .hasNoEvents()
          .hasAttribute("smtp.response.status_code", 421L)
          .hasAttribute("smtp.response.enhanced_code", "4.3.2");
      assertThat(telemetry.awaitSpan("smtp.message.save")).hasStatusUnset().hasNoEvents();
      assertThat(telemetry.count("smtp.message.processing.duration", Map.of())).isEqualTo(1);
      assertThat(telemetry.sum("smtp.messages.received")).isZero();
      assertThat(telemetry.sum("smtp.bytes.received")).isZero();
    }
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void tooMuchDataIsPolicy(String version) {
    SubEthaServer.Handler handler =
        (self, method, argument) -> {
          if (method.equals("data")) {
            throw self.tooMuchData("more than 10");
          }
        };
    try (SubEthaServer server = SubEthaServer.create(version).handler(handler).start();
        ScriptedClient client = SubEthaDialogue.untilData(server)) {
      client.expect("4");
      client.readToEnd();

      assertThat(telemetry.awaitSpan("smtp.command.data"))
          .hasStatusUnset()
          .hasNoAttribute("error.type")
          .hasAttribute("smtp.response.status_code", version.equals("3.1.3") ? 450L : 421L);
      assertThat(telemetry.sum("smtp.messages.received")).isZero();
      SubEthaDialogue.assertClosed(telemetry, "other");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void aDeclaredSizeIsPolicyToo(String version) {
    try (SubEthaServer server = SubEthaServer.create(version).maxMessageSize(1000).start();
        ScriptedClient client = SubEthaDialogue.greeted(server)) {
      client.line("EHLO client.test").readSmtp();
      client.line("MAIL FROM:<a@b.test> SIZE=1001").expect("552");
      assertThat(telemetry.awaitSpan("smtp.command.mail"))
          .hasStatusUnset()
          .hasAttribute("smtp.response.status_code", 552L);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.1.7", "4.0-RC8", "5.2.8", "6.0.7", "7.2.2"})
  void aDroppedConnectionIsPolicy(String version) {
    SubEthaServer.Handler handler =
        (self, method, argument) -> {
          if (method.equals("recipient")) {
            throw self.drop(421, "too many unknown users");
          }
        };
    try (SubEthaServer server = SubEthaServer.create(version).handler(handler).start();
        ScriptedClient client = SubEthaDialogue.greeted(server)) {
      client.line("HELO client.test").readSmtp();
      client.line("MAIL FROM:<a@b.test>").expect("250");
      client.line("RCPT TO:<c@d.test>").expect("421");
      client.readToEnd();

      assertThat(telemetry.awaitSpan("smtp.command.rcpt"))
          .hasStatusUnset()
          .hasNoAttribute("error.type")
          .hasAttribute("smtp.response.status_code", 421L);
      SubEthaDialogue.assertClosed(telemetry, "other");
    }
  }

  @ParameterizedTest
  @FieldSource("WITH_BUILDER")
  void aListenerThatRefusesDoesNotFail(String version) {
    SubEthaServer.Handler listener =
        (self, method, argument) -> {
          throw self.rejection(550, "5.7.1 spam");
        };
    try (SubEthaServer server = SubEthaServer.create(version).listener(listener).start();
        ScriptedClient client = SubEthaDialogue.untilData(server)) {
      client.send("x: y\r\n\r\nz\r\n.\r\n").expect("550");

      assertThat(telemetry.awaitSpan("smtp.command.data"))
          .hasStatusUnset()
          .hasAttribute("smtp.response.status_code", 550L)
          .hasAttribute("smtp.response.enhanced_code", "5.7.1");
    }
  }
}
