// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.auth.Attempts;
import io.mailscope.auth.Sasl;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.JamesServer;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * LOGIN and AUTHENTICATE on James' IMAP server. What it answers to credentials that it has asked
 * for is not read: James 3.8 has two threads write it, which can lose a part of it, agent or not.
 */
class JamesImapAuthIT {

  private static final String USER = "imogen@example.test";
  private static final String OTHER = "iris@example.test";
  private static final String PASSWORD = "im0gens-s3cret";

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  private final Attempts attempts = Attempts.imap(telemetry);

  @BeforeAll
  static void users() {
    JamesServer.shared().addUser(USER, PASSWORD).addUser(OTHER, PASSWORD + "2");
  }

  @Test
  void loginIsOneAttempt() {
    try (ScriptedClient client = connect()) {
      client.line("a LOGIN " + USER + " " + PASSWORD).expect("a OK");
      attempts.succeeded("login", "LOGIN", USER);
      telemetry.reset();
      client.line("b LOGIN " + USER + " " + PASSWORD).expect("b NO");
      attempts.none("login");
    }
  }

  @Test
  void usersAreToldFromPasswords() {
    try (ScriptedClient client = connect()) {
      client.line("a LOGIN " + USER + " wrong").expect("a NO");
      attempts.failed("login", "LOGIN", USER, "invalid_key");
      telemetry.reset();
      client.line("b LOGIN mallory@example.test wrong").expect("b NO");
      attempts.failed("login", "LOGIN", "mallory@example.test", "user_not_found");
    }
  }

  @Test
  void theThirdFailureIsCheckedLikeTheOthers() {
    try (ScriptedClient client = connect()) {
      client.line("a LOGIN " + USER + " wrong").expect("a NO");
      client.line("b LOGIN " + USER + " wrong").expect("b NO");
      client.line("c LOGIN " + USER + " wrong");
      client.readToEnd();
      telemetry.await(() -> telemetry.spans("imap.command.login").size() == 3);
      assertThat(telemetry.spans("imap.auth.validate")).hasSize(3);
      attempts.counts(3, 3, Map.of("result", "invalid_key", "mechanism", "LOGIN"), 3);
    }
  }

  @Test
  void authenticatePlainIsOneAttempt() {
    try (ScriptedClient client = connect()) {
      client.line("a AUTHENTICATE PLAIN " + Sasl.plain(USER, PASSWORD)).expect("a OK");
      attempts.succeeded("authenticate", "PLAIN", USER);
    }
    telemetry.reset();
    try (ScriptedClient client = connect()) {
      client.line("a AUTHENTICATE PLAIN").expect("+");
      client.line(Sasl.plain(USER, PASSWORD));
      attempts.succeeded("authenticate", "PLAIN", USER);
    }
    telemetry.reset();
    try (ScriptedClient client = connect()) {
      client.line("a AUTHENTICATE PLAIN").expect("+");
      client.line(Sasl.plain(USER, "wrong"));
      attempts.failed("authenticate", "PLAIN", USER, "invalid_key");
    }
  }

  @Test
  void whatIsCancelledIsNoAttempt() {
    try (ScriptedClient client = connect()) {
      client.line("a AUTHENTICATE PLAIN").expect("+");
      client.line("*");
      attempts.none("authenticate");
    }
  }

  @Test
  void whatCanNotBeDecodedIsMalformed() {
    try (ScriptedClient client = connect()) {
      client.line("a AUTHENTICATE PLAIN").expect("+");
      client.line("!");
      attempts.refused("authenticate", "PLAIN", "malformed");
    }
  }

  @Test
  void aMechanismThatIsNotOffered() {
    try (ScriptedClient client = connect()) {
      client.line("a AUTHENTICATE CRAM-MD5").expect("a NO");
      attempts.refused("authenticate", "CRAM-MD5", "mechanism_unsupported");
      telemetry.reset();
      client.line("b AUTHENTICATE XOAUTH2 " + Sasl.xoauth2(USER, PASSWORD)).expect("b NO");
      attempts.refused("authenticate", "XOAUTH2", "mechanism_unsupported");
    }
  }

  @Test
  void passwordsAreNotOfferedBeforeStartTls() {
    int port = JamesServer.shared().traps().imap().startTls();
    try (ScriptedClient client = connect(port)) {
      client.line("a LOGIN " + USER + " " + PASSWORD).expect("a NO");
      attempts.failed("login", "LOGIN", USER, "mechanism_unsupported");
      telemetry.reset();
      client.line("b AUTHENTICATE PLAIN " + Sasl.plain(USER, PASSWORD)).expect("b NO");
      attempts.refused("authenticate", "PLAIN", "mechanism_unsupported");
    }
    // As a first command, so that one thread answers it.
    try (ScriptedClient client = connect(port)) {
      client.line("c STARTTLS").expect("c OK");
      client.startTls();
      telemetry.awaitSpan("imap.command.starttls");
      telemetry.reset();
      client.line("d LOGIN " + USER + " " + PASSWORD).expect("d OK");
      attempts.succeeded("login", "LOGIN", USER);
    }
  }

  @Test
  void whoMayNotActAsAnotherIsForbiddenTo() {
    try (ScriptedClient client = connect()) {
      client.line("a AUTHENTICATE PLAIN " + delegation(OTHER)).expect("a NO");
      attempts.failed("authenticate", "PLAIN", USER, "delegation_forbidden");
      telemetry.reset();
      client.line("b AUTHENTICATE PLAIN " + delegation("nobody@example.test")).expect("b NO");
      attempts.failed("authenticate", "PLAIN", USER, "user_not_found");
    }
  }

  private static String delegation(String target) {
    return Sasl.base64(target + "\0" + USER + "\0" + PASSWORD);
  }

  private static ScriptedClient connect() {
    return connect(JamesServer.shared().ports().imap());
  }

  private static ScriptedClient connect(int port) {
    ScriptedClient client = ScriptedClient.connect(port);
    client.expect("* OK");
    return client;
  }
}
