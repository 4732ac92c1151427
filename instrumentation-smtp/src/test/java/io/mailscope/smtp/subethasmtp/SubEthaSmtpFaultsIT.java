// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.subethasmtp;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.SubEthaServer;
import io.mailscope.testing.server.SubEthaVersions;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose fault it is: what the application refuses, and what it fails at. */
class SubEthaSmtpFaultsIT {

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
  void anExceptionIsTheServersFault(String version) {
    SubEthaServer.Handler handler =
        (self, method, argument) -> {
          if (method.equals("data")) {
            ((InputStream) argument).readAllBytes();
            throw new IllegalStateException("disk full");
          }
        };
    try (SubEthaServer server = SubEthaServer.create(version).handler(handler).start();
        ScriptedClient client = SubEthaDialogue.untilData(server)) {
      client.send("x: y\r\n\r\nz\r\n.\r\n");
      client.readToEnd();

      ExportedSpan data = telemetry.awaitSpan("smtp.command.data");
      assertThat(data)
          .isRoot()
          .hasStatusError()
          .hasAttribute("error.type", "java.lang.IllegalStateException")
          .hasAttribute("exception.type", "java.lang.IllegalStateException")
          .hasAttribute("exception.message", "disk full");
      if (version.equals("3.1.3")) {
        assertThat(data).hasNoAttribute("smtp.response.enhanced_code");
      } else {
        assertThat(data)
            .hasAttribute("smtp.response.status_code", 421L)
            .hasAttribute("smtp.response.enhanced_code", "4.3.0");
      }
      assertThat(telemetry.awaitSpan("smtp.message.save")).hasParent(data).hasStatusError();
      assertClosed("error");
      assertThat(telemetry.sum("smtp.messages.received")).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"from", "recipient"})
  void anExceptionBeforeTheMessageIsOne(String method) {
    SubEthaServer.Handler handler =
        (self, called, argument) -> {
          if (called.equals(method)) {
            throw new IllegalArgumentException("no such table");
          }
        };
    try (SubEthaServer server =
            SubEthaServer.create(SubEthaVersions.NEWEST).handler(handler).start();
        ScriptedClient client = SubEthaDialogue.greeted(server)) {
      client.line("HELO client.test").readSmtp();
      client.send("MAIL FROM:<a@b.test>\r\nRCPT TO:<c@d.test>\r\n").readToEnd();

      assertThat(
              telemetry.awaitSpan(
                  method.equals("from") ? "smtp.command.mail" : "smtp.command.rcpt"))
          .hasStatusError()
          .hasAttribute("smtp.response.status_code", 421L)
          .hasAttribute("error.type", "java.lang.IllegalArgumentException");
      assertClosed("error");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void aStoreThatFailsIsTheServersFault(String version) {
    SubEthaServer.Handler handler =
        (self, method, argument) -> {
          if (method.equals("data")) {
            ((InputStream) argument).readAllBytes();
            throw new IOException("no space left");
          }
        };
    try (SubEthaServer server = SubEthaServer.create(version).handler(handler).start();
        ScriptedClient client = SubEthaDialogue.untilData(server)) {
      client.send("x: y\r\n\r\nz\r\n.\r\n").expect("4");
      client.readToEnd();

      assertThat(telemetry.awaitSpan("smtp.command.data"))
          .hasStatusError()
          .hasAttribute("smtp.response.status_code", version.equals("3.1.3") ? 450L : 421L)
          .hasAttribute("error.type", "java.io.IOException");
      assertClosed("error");
      assertThat(telemetry.sum("smtp.messages.received")).isZero();
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
      assertClosed("other");
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
      assertClosed("other");
    }
  }

  /** SubEtha makes a refusal of its failure and goes on. */
  @ParameterizedTest
  @FieldSource("WITH_BUILDER")
  void aListenerThatFailsIsTheServersFault(String version) {
    SubEthaServer.Handler listener =
        (self, method, argument) -> {
          throw new IllegalStateException("disk full");
        };
    try (SubEthaServer server = SubEthaServer.create(version).listener(listener).start();
        ScriptedClient client = SubEthaDialogue.untilData(server)) {
      client.send("x: y\r\n\r\nz\r\n.\r\n").expect("554");
      SubEthaDialogue.quit(client);

      assertThat(telemetry.awaitSpan("smtp.command.data"))
          .hasStatusError()
          .hasAttribute("smtp.response.status_code", 554L)
          .hasAttribute("error.type", "org.subethamail.smtp.RejectException")
          .hasAttribute("exception.message", "message could not be accepted: disk full");
      assertClosed("quit");
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

  private static void assertClosed(String reason) {
    telemetry.await(() -> telemetry.sum("smtp.connections.closed") == 1);
    assertThat(telemetry.sum("smtp.connections.closed", Map.of("reason", reason))).isEqualTo(1);
    telemetry.await(() -> telemetry.standing("smtp.connections.active") == 0);
  }
}
