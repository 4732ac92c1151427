// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.auth.Attempts;
import io.mailscope.auth.Sasl;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.JamesProtocolsServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** AUTH where an application's own hook decides, without any users' repository. */
class JamesSmtpAuthIT {

  private static final String PASSWORD = JamesProtocolsServer.PASSWORD;

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  private final Attempts attempts = Attempts.smtp(telemetry);

  @OnEveryJames
  void anInitialResponseIsOneAttempt(String version) {
    try (JamesProtocolsServer server = JamesProtocolsServer.start(version, "smtp");
        ScriptedClient client = JamesClient.smtp(server)) {
      client.line("AUTH PLAIN " + Sasl.plain("alice", PASSWORD)).expect("235");
      attempts.succeeded("auth", "PLAIN", "alice");
    }
  }

  @OnEveryJames
  void anAnsweredChallengeIsOneAttempt(String version) {
    try (JamesProtocolsServer server = JamesProtocolsServer.start(version, "smtp");
        ScriptedClient client = JamesClient.smtp(server)) {
      client.line("AUTH PLAIN").expect("334");
      client.line(Sasl.plain("alice", PASSWORD)).expect("235");
      attempts.succeeded("auth", "PLAIN", "alice");
    }
  }

  @OnEveryJames
  void loginIsOneAttempt(String version) {
    try (JamesProtocolsServer server = JamesProtocolsServer.start(version, "smtp");
        ScriptedClient client = JamesClient.smtp(server)) {
      client.line("auth login").expect("334");
      client.line(Sasl.base64("alice")).expect("334");
      client.line(Sasl.base64(PASSWORD)).expect("235");
      attempts.succeeded("auth", "LOGIN", "alice");
      telemetry.reset();
      client.line("RSET").expect("250");
      client.line("QUIT").expect("221");
    }
    try (JamesProtocolsServer server = JamesProtocolsServer.start(version, "smtp");
        ScriptedClient client = JamesClient.smtp(server)) {
      client.line("AUTH LOGIN " + Sasl.base64("alice")).expect("334");
      client.line(Sasl.base64(PASSWORD)).expect("235");
      attempts.succeeded("auth", "LOGIN", "alice");
    }
  }

  @OnEveryJames
  void aHookTellsNoReason(String version) {
    for (String answer : new String[] {"DENY", "DECLINED"}) {
      telemetry.reset();
      try (JamesProtocolsServer server =
              JamesProtocolsServer.create(version)
                  .onAuth((method, user, secret) -> answer)
                  .listen("smtp");
          ScriptedClient client = JamesClient.smtp(server)) {
        client.line("AUTH PLAIN " + Sasl.plain("alice", PASSWORD)).expect("535");
        attempts.one("auth", "PLAIN", "other", Map.of("user", "alice", "success", false));
      }
    }
  }

  @OnEveryJames
  void aHookThatFailsIsTheServersFault(String version) {
    try (JamesProtocolsServer server =
            JamesProtocolsServer.create(version)
                .onAuth(
                    (method, user, secret) -> {
                      throw new IllegalStateException("no directory for " + secret);
                    })
                .listen("smtp");
        ScriptedClient client = JamesClient.smtp(server)) {
      client.line("AUTH PLAIN " + Sasl.plain("alice", PASSWORD)).readLine();
      attempts.oneWith(
          "auth",
          "PLAIN",
          "server_error",
          Map.of("user", "alice", "success", false, "failure_reason", "server_error"),
          Map.of("exception.type", "java.lang.IllegalStateException"));
      assertThat(telemetry.awaitSpan("smtp.command.auth"))
          .hasStatusError()
          .hasAttribute("error.type", "java.lang.IllegalStateException")
          .hasNoEvents();
      assertThat(telemetry.spans().toString()).doesNotContain("no directory");
    }
  }

  @OnEveryJames
  void aNameAloneIsADelegationWhereJamesKnowsThat(String version) {
    try (JamesProtocolsServer server =
            JamesProtocolsServer.create(version)
                .onAuth((method, user, secret) -> "DECLINED")
                .listen("smtp");
        ScriptedClient client = JamesClient.smtp(server)) {
      client.line("AUTH PLAIN " + Sasl.base64("alice\0")).readLine();
      if (version.equals("3.8.1")) {
        attempts.failed("auth", "PLAIN", "alice", "delegation_forbidden");
      } else {
        attempts.refused("auth", "PLAIN", "malformed");
      }
    }
  }

  @Test
  void aTokenIsOneAttempt() {
    try (JamesProtocolsServer server =
            JamesProtocolsServer.create("3.8.1")
                .tokens()
                .onAuth((method, user, secret) -> secret.contains("!") ? "DENY" : "OK")
                .listen("smtp");
        ScriptedClient client = JamesClient.smtp(server)) {
      client.line("AUTH XOAUTH2 !" + PASSWORD).expect("334");
      client.line("").expect("535");
      attempts.one("auth", "XOAUTH2", "other", Map.of("success", false));
      telemetry.reset();
      client.line("AUTH OAUTHBEARER " + Sasl.xoauth2("alice", PASSWORD)).expect("235");
      attempts.one("auth", "OAUTHBEARER", "success", Map.of("success", true));
    }
  }
}
