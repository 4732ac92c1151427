// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.auth.Attempts;
import io.mailscope.auth.Sasl;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.JamesProtocolsServer;
import io.mailscope.testing.server.JamesProtocolsVersions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** AUTH that checks no password: cancelled, malformed, not offered; and the lines behind it. */
class JamesSmtpAuthRefusalsIT {

  private static final String PASSWORD = JamesProtocolsServer.PASSWORD;

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  private final Attempts attempts = Attempts.smtp(telemetry);

  @OnEveryJames
  void whatIsCancelledIsNoAttempt(String version) {
    try (JamesProtocolsServer server = JamesProtocolsServer.start(version, "smtp");
        ScriptedClient client = JamesClient.smtp(server)) {
      client.line("AUTH PLAIN").expect("334");
      client.line("*").expect("501");
      attempts.none("auth");
      telemetry.reset();
      client.line("AUTH LOGIN").expect("334");
      client.line(Sasl.base64("alice")).expect("334");
      client.line("*").expect("501");
      attempts.none("auth");
      telemetry.reset();
      client.line("AUTH PLAIN " + Sasl.plain("alice", PASSWORD)).expect("235");
      attempts.succeeded("auth", "PLAIN", "alice");
    }
  }

  @OnEveryJames
  void wrongStateAndMissingWordsAreNoAttempt(String version) {
    try (JamesProtocolsServer server = JamesProtocolsServer.start(version, "smtp");
        ScriptedClient client = JamesClient.smtp(server)) {
      client.line("AUTH").expect("501");
      attempts.none("auth");
    }
  }

  @OnEveryJames
  void aMechanismThatIsNotOffered(String version) {
    try (JamesProtocolsServer server = JamesProtocolsServer.start(version, "smtp");
        ScriptedClient client = JamesClient.smtp(server)) {
      client.line("AUTH CRAM-MD5").expect("504");
      attempts.refused("auth", "CRAM-MD5", "mechanism_unsupported");
      telemetry.reset();
      client.line("AUTH " + Sasl.plain("alice", PASSWORD)).expect("504");
      attempts.refused("auth", "_OTHER", "mechanism_unsupported");
      telemetry.reset();
      client.line("AUTH XOAUTH2 " + Sasl.xoauth2("alice", PASSWORD)).expect("504");
      attempts.refused("auth", "XOAUTH2", "mechanism_unsupported");
    }
  }

  @OnEveryJames
  void whatCanNotBeDecodedIsMalformed(String version) {
    try (JamesProtocolsServer server = JamesProtocolsServer.start(version, "smtp")) {
      try (ScriptedClient client = JamesClient.smtp(server)) {
        client.line("AUTH PLAIN !").readLine();
        attempts.refused("auth", "PLAIN", "malformed");
      }
      telemetry.reset();
      try (ScriptedClient client = JamesClient.smtp(server)) {
        client.line("AUTH PLAIN").expect("334");
        client.line("!").readLine();
        attempts.refused("auth", "PLAIN", "malformed");
      }
    }
  }

  /** James 3.8 takes whatever follows for another answer, until it can decode one. */
  @Test
  void linesAfterAMalformedAnswerAreCommandsWithoutAName() {
    String secret = "not-for-telemetry";
    try (JamesProtocolsServer server =
            JamesProtocolsServer.create("3.8.1")
                .onAuth(
                    (method, user, password) -> {
                      if (secret.equals(password)) {
                        throw new IllegalStateException("no directory for " + password);
                      }
                      return PASSWORD.equals(password) ? "OK" : "DECLINED";
                    })
                .listen("smtp");
        ScriptedClient client = JamesClient.smtp(server)) {
      malformed(client);
      client.line("NOOP !").expect("501");
      attempts.none("_other");
      telemetry.reset();
      client.line(Sasl.plain("alice", secret)).expect("501");
      attempts.oneWith(
          "_other",
          "PLAIN",
          "server_error",
          Map.of("user", "alice", "success", false, "failure_reason", "server_error"),
          Map.of("exception.type", "java.lang.IllegalStateException"));
      assertThat(telemetry.awaitSpan("smtp.command._other"))
          .hasStatusError()
          .hasAttribute("smtp.response.status_code", 501L)
          .hasNoEvents();
      assertThat(telemetry.spans().toString()).doesNotContain(secret);
      telemetry.reset();
      client.line(Sasl.base64(secret)).expect("535");
      attempts.refused("_other", "PLAIN", "delegation_forbidden");
      assertThat(telemetry.spans().toString()).doesNotContain(secret);
      malformed(client);
      client.line(Sasl.plain("alice", PASSWORD)).expect("235");
      attempts.succeeded("_other", "PLAIN", "alice");
      telemetry.reset();
      client.line("NOOP").expect("250");
      client.line(PASSWORD).expect("500");
      attempts.none("_other");
      assertThat(telemetry.sum("smtp.commands", Map.of("command", "NOOP"))).isEqualTo(1);
      assertThat(telemetry.sum("smtp.commands", Map.of("command", "_OTHER"))).isEqualTo(1);
      assertThat(telemetry.sum("smtp.commands")).isEqualTo(2);
    }
  }

  /** James 3.8 discards what was sent behind what ends the connection. */
  @Test
  void nothingIsACommandAfterAnEnd() {
    try (JamesProtocolsServer server =
            JamesProtocolsServer.create("3.8.1")
                .onAuth((method, user, secret) -> "DISCONNECT")
                .listen("smtp");
        ScriptedClient client = JamesClient.smtp(server)) {
      telemetry.reset();
      client.send("AUTH PLAIN " + Sasl.plain("alice", PASSWORD) + "\r\nNOOP\r\n").readToEnd();
      telemetry.await(() -> telemetry.sum("smtp.connections.closed") == 1);
      assertThat(telemetry.awaitSpan("smtp.command.auth"))
          .hasStatusUnset()
          .hasNoAttribute("smtp.response.status_code");
      assertThat(telemetry.sum("smtp.commands")).isEqualTo(1);
    }
  }

  private static void malformed(ScriptedClient client) {
    client.line("AUTH PLAIN").expect("334");
    client.line("!").expect("501");
    telemetry.awaitSpan("smtp.command.auth");
    telemetry.reset();
  }

  @ParameterizedTest
  @MethodSource("thatCheckBase64")
  void aNameThatCanNotBeDecodedIsMalformed(String version) {
    try (JamesProtocolsServer server = JamesProtocolsServer.start(version, "smtp");
        ScriptedClient client = JamesClient.smtp(server)) {
      String reply = client.line("AUTH LOGIN !").readLine();
      if (reply.startsWith("334")) {
        client.line(Sasl.base64(PASSWORD)).expect("501");
      }
      attempts.refused("auth", "LOGIN", "malformed");
    }
  }

  /** James 3.0 skips what is not base64. */
  static Stream<String> thatCheckBase64() {
    return JamesProtocolsVersions.ALL.stream().filter(version -> !version.equals("3.0.0"));
  }
}
