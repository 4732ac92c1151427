// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.subethasmtp;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.smtp.UnfinishedMail;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.SubEthaServer;
import io.mailscope.testing.server.SubEthaVersions;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** However a connection ends: the gauge comes back to 0, and the reason is told. */
class SubEthaSmtpEndsIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void byQuit(String version) {
    try (SubEthaServer server = SubEthaServer.start(version)) {
      ScriptedClient client = SubEthaDialogue.greeted(server);
      assertThat(telemetry.standing("smtp.connections.active")).isEqualTo(1);
      SubEthaDialogue.quit(client);
      SubEthaDialogue.assertClosed(telemetry, "quit");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void byLeavingAfterTheGreeting(String version) {
    try (SubEthaServer server = SubEthaServer.start(version)) {
      SubEthaDialogue.greeted(server).close();
      SubEthaDialogue.assertClosed(telemetry, "eof");
      assertThat(telemetry.spans()).isEmpty();
    }
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void byResetBetweenCommands(String version) {
    try (SubEthaServer server = SubEthaServer.start(version)) {
      ScriptedClient client = SubEthaDialogue.greeted(server);
      client.line("NOOP").expect("250");
      client.reset();
      SubEthaDialogue.assertClosed(telemetry, "reset");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void byResetInTheMiddleOfTheData(String version) {
    try (SubEthaServer server = SubEthaServer.start(version)) {
      SubEthaDialogue.untilData(server).send("Subject: s3cr3t\r\n").reset();
      assertDataWithoutReply();
      SubEthaDialogue.assertClosed(telemetry, "reset");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void byLeavingInTheMiddleOfTheData(String version) {
    try (SubEthaServer server = SubEthaServer.start(version)) {
      SubEthaDialogue.untilData(server).send("Subject: s3cr3t\r\n").close();
      assertDataWithoutReply();
      SubEthaDialogue.assertClosed(telemetry, "eof");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void byServerStop(String version) {
    try (SubEthaServer server = SubEthaServer.start(version);
        ScriptedClient client = SubEthaDialogue.greeted(server)) {
      Map<String, Object> listener =
          Map.of("protocol", "smtp", "server.port", (long) server.port());
      telemetry.await(() -> telemetry.standing("mail.server.up", listener) == 1);
      client.line("NOOP").expect("250");
      server.stop();
      SubEthaDialogue.assertClosed(telemetry, "server_stop");
      telemetry.await(() -> telemetry.standing("mail.server.up", listener) == 0);
    }
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void byServerStopOfAnEncryptedConnection(String version) {
    // Closing such a socket can wait for the thread that reads from it, until that times out.
    try (SubEthaServer server = SubEthaServer.create(version).tls().timeout(5_000).start();
        ScriptedClient client = ScriptedClient.connectTls(server.port())) {
      client.expect("220");
      client.line("NOOP").expect("250");
      server.stop();
      SubEthaDialogue.assertClosed(telemetry, "server_stop");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void byTimeOut(String version) {
    try (SubEthaServer server = SubEthaServer.create(version).timeout(200).start();
        ScriptedClient client = SubEthaDialogue.greeted(server)) {
      client.expect("421");
      client.readToEnd();
      SubEthaDialogue.assertClosed(telemetry, "timeout");
      assertThat(telemetry.spans()).isEmpty();
    }
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void byTimeOutInTheMiddleOfTheData(String version) {
    try (SubEthaServer server = SubEthaServer.create(version).timeout(2_000).start();
        ScriptedClient client = ScriptedClient.connect(server.port())) {
      UnfinishedMail.send(client);
      client.expect("421");
      client.readToEnd();
      assertThat(telemetry.awaitSpan("smtp.command.data"))
          .hasStatusUnset()
          .hasNoAttribute("exception.type")
          .hasAttribute("smtp.response.status_code", 421L);
      SubEthaDialogue.assertClosed(telemetry, "timeout");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void byALineThatIsTooLong(String version) {
    try (SubEthaServer server = SubEthaServer.start(version);
        ScriptedClient client = SubEthaDialogue.greeted(server)) {
      client.line("NOOP " + "s3cr3t".repeat(300)).expect("501");

      assertThat(telemetry.awaitSpan("smtp.command._other"))
          .isRoot()
          .hasStatusUnset()
          .hasNoAttribute("exception.type")
          .hasAttribute("smtp.response.status_code", 501L);
      telemetry.await(() -> telemetry.sum("smtp.connections.closed") == 1);
      assertThat(telemetry.sum("smtp.connections.closed", Map.of("reason", "error"))).isZero();
      assertThat(telemetry.spans().toString()).doesNotContain("s3cr3t");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void byALineEndThatIsNone(String version) {
    try (SubEthaServer server = SubEthaServer.start(version);
        ScriptedClient client = SubEthaDialogue.greeted(server)) {
      client.send("NOOP\nNOOP\r\n").expect("501");

      assertThat(telemetry.awaitSpan("smtp.command._other"))
          .hasStatusUnset()
          .hasAttribute("smtp.response.status_code", 501L);
      telemetry.await(() -> telemetry.sum("smtp.connections.closed") == 1);
      assertThat(telemetry.sum("smtp.commands")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void byALimitBeforeTheGreeting(String version) {
    int limit = version.equals("3.1.3") ? 1 : 0;
    try (SubEthaServer server = SubEthaServer.create(version).maxConnections(limit).start();
        ScriptedClient client = ScriptedClient.connect(server.port())) {
      client.expect("421");
      client.readToEnd();
      SubEthaDialogue.assertClosed(telemetry, "other");
      assertThat(telemetry.spans()).isEmpty();
    }
  }

  private static void assertDataWithoutReply() {
    assertThat(telemetry.awaitSpan("smtp.command.data"))
        .isRoot()
        .hasStatusUnset()
        .hasNoAttribute("smtp.response.status_code")
        .hasNoAttribute("exception.type")
        .hasNoEvents();
    assertThat(telemetry.sum("smtp.messages.received")).isZero();
    assertThat(telemetry.spans("smtp.message.save")).isEmpty();
    assertThat(telemetry.spans().toString()).doesNotContain("s3cr3t");
  }
}
