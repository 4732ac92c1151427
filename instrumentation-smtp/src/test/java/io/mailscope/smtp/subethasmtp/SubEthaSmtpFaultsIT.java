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
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the application fails at: the server's fault. */
class SubEthaSmtpFaultsIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @SuppressWarnings("unused") // by name
  private static final Iterable<String> WITH_BUILDER = SubEthaVersions.WITH_BUILDER;

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
      SubEthaDialogue.assertClosed(telemetry, "error");
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
      SubEthaDialogue.assertClosed(telemetry, "error");
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
      SubEthaDialogue.assertClosed(telemetry, "error");
      assertThat(telemetry.sum("smtp.messages.received")).isZero();
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
      SubEthaDialogue.assertClosed(telemetry, "quit");
    }
  }
}
