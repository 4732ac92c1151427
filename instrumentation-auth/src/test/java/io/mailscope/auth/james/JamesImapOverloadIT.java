// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.auth.Attempts;
import io.mailscope.auth.Sasl;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.JamesImapLoad;
import io.mailscope.testing.server.JamesServer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** LOGIN and AUTHENTICATE while James has too much to do; such commands it never answers. */
class JamesImapOverloadIT {

  private static final String USER = "ophelia@example.test";
  private static final String PASSWORD = "0phelias-s3cret";
  private static final int TOO_MANY = 100;

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  private final Attempts attempts = Attempts.imap(telemetry);
  private final JamesServer james = JamesServer.shared();
  private final int port = james.traps().imap().busy();
  private final JamesImapLoad load = james.load(port);

  @BeforeAll
  static void user() {
    JamesServer.shared().addUser(USER, PASSWORD);
  }

  @BeforeEach
  void startFromQuiet() {
    telemetry.await(() -> telemetry.standing("imap.sessions.active") == 0);
    telemetry.reset();
  }

  @AfterEach
  void calm() {
    load.set(0);
  }

  @Test
  void aRefusedLoginIsLimited() {
    load.set(TOO_MANY);
    try (ScriptedClient client = connect()) {
      client.line("a LOGIN " + USER + " " + PASSWORD);
      attempts.one(
          "login",
          "LOGIN",
          "rate_limited",
          Map.of("user", USER, "success", false, "rate_limited", true));
      assertThat(telemetry.spans())
          .extracting(ExportedSpan::name)
          .containsExactly("imap.auth.validate", "imap.command.login");
    }
  }

  @Test
  void aRefusedAuthenticateIsLimited() {
    load.set(TOO_MANY);
    try (ScriptedClient client = connect()) {
      client.line("a AUTHENTICATE PLAIN " + Sasl.plain(USER, PASSWORD));
      attempts.one(
          "authenticate", "PLAIN", "rate_limited", Map.of("success", false, "rate_limited", true));
    }
  }

  @Test
  void anotherCommandIsNoAttempt() {
    load.set(TOO_MANY);
    try (ScriptedClient client = connect()) {
      client.line("a NOOP");
      attempts.none("noop");
    }
  }

  @Test
  void aLoginBehindACommandThatWaitsIsLookedAtLater() {
    load.set(1);
    try (ScriptedClient client = connect()) {
      client.send("a NOOP\r\nb LOGIN " + USER + " " + PASSWORD + "\r\nc NOOP\r\n");
      // The third was read, so the second was refused.
      telemetry.await(() -> telemetry.sum("imap.commands") == 3);
      attempts.counts(0, 0, Map.of(), 0);
      load.oneLess();
      client.expect("a OK");
      attempts.succeeded("login", "LOGIN", USER);
    }
  }

  private ScriptedClient connect() {
    ScriptedClient client = ScriptedClient.connect(port);
    client.expect("* OK");
    return client;
  }
}
