// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.subethasmtp;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.SubEthaServer;
import io.mailscope.testing.server.SubEthaVersions;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Encrypted connections, from their start or from STARTTLS on, and those behind a proxy. */
class SubEthaSmtpTlsIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @SuppressWarnings("unused") // by name
  private static final Iterable<String> WITH_PROXY = SubEthaVersions.WITH_BDAT;

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void commandsBehindStartTlsTellTheirVersionInTheSameSession(String version) {
    try (SubEthaServer server = SubEthaServer.create(version).startTls().start();
        ScriptedClient client = SubEthaDialogue.greeted(server)) {
      client.line("EHLO client.test").readSmtp();
      client.line("STARTTLS").expect("220");
      client.startTls().line("NOOP").expect("250");
      client.line("STARTTLS").expect("454");

      assertThat(telemetry.spans("smtp.command.starttls").get(0))
          .isRoot()
          .hasStatusUnset()
          .hasAttribute("smtp.response.status_code", 220L)
          .hasNoAttribute("tls.protocol.version");
      Map<String, Object> noop = telemetry.awaitSpan("smtp.command.noop").attributes();
      assertThat(noop.get("tls.protocol.version")).asString().startsWith("TLSv1.");
      assertThat(noop.get("smtp.session_id"))
          .isEqualTo(telemetry.awaitSpan("smtp.command.ehlo").attributes().get("smtp.session_id"));
    }
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void commandsOnAnEncryptedPortTellTheirVersion(String version) {
    try (SubEthaServer server = SubEthaServer.create(version).tls().start();
        ScriptedClient client = ScriptedClient.connectTls(server.port())) {
      client.expect("220");
      client.line("NOOP").expect("250");

      Object tls =
          telemetry.awaitSpan("smtp.command.noop").attributes().get("tls.protocol.version");
      assertThat(tls).asString().startsWith("TLSv1.");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void aHandshakeThatFailsBehindStartTlsIsTheReason(String version) {
    try (SubEthaServer server = SubEthaServer.create(version).startTls().start();
        ScriptedClient client = SubEthaDialogue.greeted(server)) {
      client.line("STARTTLS").expect("220");
      client.line("this is no handshake").readToEnd();

      assertTlsFailure();
      assertThat(telemetry.awaitSpan("smtp.command.starttls")).hasStatusUnset();
    }
  }

  @ParameterizedTest
  @ArgumentsSource(SubEthaVersions.class)
  void aHandshakeThatFailsFromTheStartIsTheReason(String version) {
    try (SubEthaServer server = SubEthaServer.create(version).tls().start();
        ScriptedClient client = ScriptedClient.connect(server.port())) {
      client.line("this is no handshake").readToEnd();
      assertTlsFailure();
    }
  }

  @ParameterizedTest
  @FieldSource("WITH_PROXY")
  void aProxyIsThePeerAndNotTheClient(String version) {
    try (SubEthaServer server = SubEthaServer.create(version).behindProxy().start();
        ScriptedClient client = ScriptedClient.connect(server.port())) {
      client.line("PROXY TCP4 192.0.2.7 192.0.2.1 40123 25").expect("220");
      client.line("NOOP").expect("250");

      assertThat(telemetry.awaitSpan("smtp.command.noop"))
          .hasAttribute("client.address", "192.0.2.7")
          .hasAttribute("client.port", 40123L)
          .hasAttribute("network.peer.address", "127.0.0.1");
    }
  }

  @ParameterizedTest
  @FieldSource("WITH_PROXY")
  void whoeverIsNoProxyIsRefusedAndCounted(String version) {
    try (SubEthaServer server = SubEthaServer.create(version).behindProxy().start();
        ScriptedClient client = ScriptedClient.connect(server.port())) {
      client.line("EHLO client.test").readToEnd();

      telemetry.await(() -> telemetry.sum("smtp.connections.closed") == 1);
      telemetry.await(() -> telemetry.standing("smtp.connections.active") == 0);
      assertThat(telemetry.spans()).isEmpty();
    }
  }

  private static void assertTlsFailure() {
    telemetry.await(() -> telemetry.sum("smtp.connections.closed") == 1);
    assertThat(telemetry.sum("smtp.connections.closed", Map.of("reason", "tls_failure")))
        .isEqualTo(1);
    telemetry.await(() -> telemetry.standing("smtp.connections.active") == 0);
  }
}
