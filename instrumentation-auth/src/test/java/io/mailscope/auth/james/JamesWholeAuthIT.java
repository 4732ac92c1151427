// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.auth.Attempts;
import io.mailscope.auth.Sasl;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.Secrets;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.JamesServer;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** SMTP and POP3 on the whole of James, whose own hooks ask its own users' repository. */
class JamesWholeAuthIT {

  private static final String USER = "wendy@example.test";
  private static final String PASSWORD = "w3ndys-s3cret";

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  private final Attempts smtp = Attempts.smtp(telemetry);
  private final Attempts pop3 = Attempts.pop3(telemetry);

  @BeforeAll
  static void user() {
    JamesServer.shared().addUser(USER, PASSWORD);
  }

  @Test
  void whoAddsUsersMakesNoAttempt() {
    JamesServer.shared().addUser("warwick@example.test", PASSWORD);
    assertThat(telemetry.spans("smtp.auth.validate")).isEmpty();
    smtp.counts(0, 0, Map.of(), 0);
  }

  @Test
  void smtp() {
    try (ScriptedClient client = JamesClient.smtp(JamesServer.shared())) {
      client.line("AUTH PLAIN " + Sasl.plain(USER, "wrong")).expect("535");
      smtp.failed("auth", "PLAIN", USER, "invalid_key");
      telemetry.reset();
      client.line("AUTH LOGIN").expect("334");
      client.line(Sasl.base64("mallory@example.test")).expect("334");
      client.line(Sasl.base64(PASSWORD)).expect("535");
      smtp.failed("auth", "LOGIN", "mallory@example.test", "user_not_found");
      telemetry.reset();
      client.line("AUTH PLAIN").expect("334");
      client.line(Sasl.plain(USER, PASSWORD)).expect("235");
      smtp.succeeded("auth", "PLAIN", USER);
      telemetry.reset();
      client.line("AUTH PLAIN " + Sasl.plain(USER, PASSWORD)).expect("503");
      smtp.none("auth");
    }
  }

  @Test
  void aNameAloneIsAskedForTwiceAndIsOneAttempt() {
    try (ScriptedClient client = JamesClient.smtp(JamesServer.shared())) {
      client.line("AUTH PLAIN " + Sasl.base64(USER + "\0")).expect("535");
      smtp.failed("auth", "PLAIN", USER, "delegation_forbidden");
    }
  }

  @Test
  void pop3() {
    try (ScriptedClient client = JamesClient.pop3(JamesServer.shared())) {
      client.line("USER " + USER).expect("+OK");
      client.line("PASS wrong").expect("-ERR");
      pop3.failed("pass", "USERPASS", USER, "invalid_key");
      telemetry.reset();
      client.line("USER mallory@example.test").expect("+OK");
      client.line("PASS " + PASSWORD).expect("-ERR");
      pop3.failed("pass", "USERPASS", "mallory@example.test", "user_not_found");
      telemetry.reset();
      client.line("USER " + USER).expect("+OK");
      client.line("PASS " + PASSWORD).expect("+OK");
      pop3.succeeded("pass", "USERPASS", USER);
    }
  }

  @Test
  void noCredentialGoesAnywhere() {
    Secrets secrets = Secrets.of(USER, PASSWORD).and(Sasl.xoauth2(USER, PASSWORD));
    for (String password : new String[] {PASSWORD, PASSWORD + "x"}) {
      String plain = Sasl.plain(USER, password);
      send(
          JamesClient.smtp(JamesServer.shared()),
          "AUTH PLAIN " + plain + "!",
          "AUTH " + plain,
          plain,
          "AUTH XOAUTH2 " + Sasl.xoauth2(USER, password),
          "AUTH LOGIN " + Sasl.base64(USER),
          Sasl.base64(password));
      send(
          JamesClient.pop3(JamesServer.shared()),
          "PASS " + password,
          "AUTH PLAIN " + plain,
          "USER " + USER,
          "PASS " + password);
    }
    telemetry.await(
        () ->
            telemetry.standing("smtp.connections.active") == 0
                && telemetry.standing("pop3.sessions.active") == 0);
    assertThat(telemetry.spans("smtp.auth.validate")).isNotEmpty();
    assertThat(telemetry.spans("pop3.auth.validate")).isNotEmpty();
    for (ExportedSpan span : telemetry.spans()) {
      assertThat(span.attributes()).as(span.name()).doesNotContainKey("exception.message");
      assertThat(span.events()).as(span.name()).isEmpty();
    }
    assertThat(secrets.foundIn(telemetry.spans().toString())).isEmpty();
    assertThat(secrets.foundIn(telemetry.metrics().toString())).isEmpty();
  }

  private static void send(ScriptedClient client, String... lines) {
    try (client) {
      client.send(String.join("\r\n", lines) + "\r\n").endOutput().readToEnd();
    }
  }
}
