// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import io.mailscope.auth.Attempts;
import io.mailscope.auth.Sasl;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.JamesServer;
import io.opentelemetry.api.trace.Span;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A directory of the operator's own, behind James' users' repository, on IMAP's other threads. */
class JamesOwnDirectoryIT {

  private static final String USER = "dido@example.test";
  private static final String PASSWORD = "d1dos-s3cret";

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  private final Attempts attempts = Attempts.imap(telemetry);

  @BeforeAll
  static void user() {
    JamesServer.shared()
        .addUser(USER, PASSWORD)
        .onLookUp(
            user -> {
              if (user.equals(USER)) {
                Span.current().setAttribute("imap.auth.cache_hit", false);
                Span.current().setAttribute("imap.auth.key_name", "phone");
              }
            });
  }

  @BeforeEach
  void startFromQuiet() {
    telemetry.await(() -> telemetry.standing("imap.sessions.active") == 0);
    telemetry.reset();
  }

  @Test
  void itTellsOfItsCacheAndItsKeysToLogin() {
    try (ScriptedClient client = connect()) {
      client.line("a LOGIN " + USER + " wrong").expect("a NO");
      attempts.one(
          "login",
          "LOGIN",
          "invalid_key",
          Map.of(
              "user",
              USER,
              "success",
              false,
              "failure_reason",
              "invalid_key",
              "cache_hit",
              false,
              "key_name",
              "phone"));
      telemetry.reset();
      client.line("b LOGIN " + USER + " " + PASSWORD).expect("b OK");
      attempts.one("login", "LOGIN", "success", told());
    }
  }

  @Test
  void itTellsThemToAuthenticate() {
    try (ScriptedClient client = connect()) {
      client.line("a AUTHENTICATE PLAIN").expect("+");
      // Whose answer can lose its beginning, see JamesImapAuthIT.
      client.line(Sasl.plain(USER, PASSWORD));
      attempts.one("authenticate", "PLAIN", "success", told());
    }
  }

  private static Map<String, Object> told() {
    return Map.of("user", USER, "success", true, "cache_hit", false, "key_name", "phone");
  }

  private static ScriptedClient connect() {
    ScriptedClient client = ScriptedClient.connect(JamesServer.shared().ports().imap());
    client.expect("* OK");
    return client;
  }
}
