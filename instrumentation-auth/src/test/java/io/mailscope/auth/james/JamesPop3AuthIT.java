// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import static io.mailscope.testing.SpanAssert.assertThat;

import io.mailscope.auth.Attempts;
import io.mailscope.auth.Sasl;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.JamesProtocolsServer;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

/** PASS where an application's own handler decides, without any users' repository. */
class JamesPop3AuthIT {

  private static final String PASSWORD = JamesProtocolsServer.PASSWORD;

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  private final Attempts attempts = Attempts.pop3(telemetry);

  @OnEveryJames
  void userAndPassAreOneAttempt(String version) {
    try (JamesProtocolsServer server = JamesProtocolsServer.start(version, "pop3");
        ScriptedClient client = JamesClient.pop3(server)) {
      client.line("USER alice").expect("+OK");
      attempts.none("user");
      client.line("PASS " + PASSWORD).expect("+OK");
      attempts.succeeded("pass", "USERPASS", "alice");
    }
  }

  @OnEveryJames
  void aHandlerTellsNoReason(String version) {
    try (JamesProtocolsServer server = JamesProtocolsServer.start(version, "pop3");
        ScriptedClient client = JamesClient.pop3(server)) {
      client.line("USER alice").expect("+OK");
      client.line("PASS wrong").expect("-ERR");
      attempts.one("pass", "USERPASS", "other", Map.of("user", "alice", "success", false));
    }
  }

  @OnEveryJames
  void aHandlerThatFailsIsTheServersFault(String version) {
    try (JamesProtocolsServer server =
            JamesProtocolsServer.create(version)
                .onAuth(
                    (method, user, secret) -> {
                      throw new IllegalStateException("no directory for " + secret);
                    })
                .listen("pop3");
        ScriptedClient client = JamesClient.pop3(server)) {
      client.line("USER alice").expect("+OK");
      client.line("PASS " + PASSWORD).expect("-ERR");
      attempts.oneWith(
          "pass",
          "USERPASS",
          "server_error",
          Map.of("user", "alice", "success", false, "failure_reason", "server_error"),
          Map.of("exception.type", "java.lang.IllegalStateException"));
      assertThat(telemetry.awaitSpan("pop3.command.pass"))
          .hasStatusError()
          .hasAttribute("error.type", "java.lang.IllegalStateException")
          .hasNoEvents();
    }
  }

  @OnEveryJames
  void wrongStateAndMissingWordsAreNoAttempt(String version) {
    try (JamesProtocolsServer server = JamesProtocolsServer.start(version, "pop3");
        ScriptedClient client = JamesClient.pop3(server)) {
      client.line("PASS " + PASSWORD).expect("-ERR");
      attempts.none("pass");
      telemetry.reset();
      client.line("USER").expect("-ERR");
      client.line("USER alice").expect("+OK");
      client.line("PASS").expect("-ERR");
      attempts.none("pass");
      telemetry.reset();
      client.line("AUTH").expect("-ERR");
      attempts.none("auth");
    }
  }

  @OnEveryJames
  void whatJamesDoesNotHaveIsUnsupported(String version) {
    try (JamesProtocolsServer server = JamesProtocolsServer.start(version, "pop3");
        ScriptedClient client = JamesClient.pop3(server)) {
      client.line("APOP alice c4c9334bac560ecc979e58001b3e22fb").expect("-ERR");
      attempts.refused("apop", "APOP", "mechanism_unsupported");
      telemetry.reset();
      client.line("AUTH PLAIN " + Sasl.plain("alice", PASSWORD)).expect("-ERR");
      attempts.refused("auth", "PLAIN", "mechanism_unsupported");
    }
  }
}
