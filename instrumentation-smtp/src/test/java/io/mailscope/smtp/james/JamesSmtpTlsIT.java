// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.JamesProtocolsServer;
import io.mailscope.testing.server.JamesProtocolsVersions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Encrypted connections, from their start or from STARTTLS on. */
class JamesSmtpTlsIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @ParameterizedTest
  @ArgumentsSource(JamesProtocolsVersions.class)
  void commandsBehindStartTlsTellTheirVersion(String version) {
    try (JamesProtocolsServer server =
            JamesProtocolsServer.create(version).startTls().listen("smtp");
        ScriptedClient client = JamesDialogue.greeted(server)) {
      client.line("EHLO client.test").readSmtp();
      client.line("STARTTLS").expect("220");
      client.startTls().line("NOOP").expect("250");

      assertThat(telemetry.awaitSpan("smtp.command.starttls"))
          .isRoot()
          .hasAttribute("smtp.response.status_code", 220L)
          .hasNoAttribute("tls.protocol.version");
      Object tls =
          telemetry.awaitSpan("smtp.command.noop").attributes().get("tls.protocol.version");
      assertThat(tls).asString().startsWith("TLSv1.");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(JamesProtocolsVersions.class)
  void commandsOnAnEncryptedPortTellTheirVersion(String version) {
    try (JamesProtocolsServer server = JamesProtocolsServer.create(version).tls().listen("smtp");
        ScriptedClient client = ScriptedClient.connectTls(server.smtpPort())) {
      client.expect("220");
      client.line("NOOP").expect("250");

      Object tls =
          telemetry.awaitSpan("smtp.command.noop").attributes().get("tls.protocol.version");
      assertThat(tls).asString().startsWith("TLSv1.");
    }
  }

  /** On Netty 3 James leaves such a connection open until its time-out. */
  @Test
  void aFailedHandshakeIsTheReason() {
    try (JamesProtocolsServer server =
            JamesProtocolsServer.create(JamesProtocolsVersions.NEWEST).tls().listen("smtp");
        ScriptedClient client = ScriptedClient.connect(server.smtpPort())) {
      client.line("this is no handshake").readToEnd();

      telemetry.await(() -> telemetry.sum("smtp.connections.closed") == 1);
      assertThat(telemetry.sum("smtp.connections.closed", Map.of("reason", "tls_failure")))
          .isEqualTo(1);
      telemetry.await(() -> telemetry.standing("smtp.connections.active") == 0);
    }
  }
}
