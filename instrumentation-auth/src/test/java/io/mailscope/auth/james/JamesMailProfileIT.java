// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import io.mailscope.auth.Attempts;
import io.mailscope.auth.Sasl;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.JamesServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * James with nothing of the stock agent's but what the operator names: nobody takes a command along
 * to the threads that James hands its work to.
 */
@Tag("mail-profile")
class JamesMailProfileIT {

  private static final String USER = "minna@example.test";
  private static final String PASSWORD = "m1nnas-s3cret";

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  private final Attempts smtp = Attempts.smtp(telemetry);
  private final Attempts pop3 = Attempts.pop3(telemetry);
  private final Attempts imap = Attempts.imap(telemetry);

  @BeforeAll
  static void user() {
    JamesServer.shared().addUser(USER, PASSWORD);
  }

  @Test
  void imapLogin() {
    imap("a OK", "a LOGIN " + USER + " " + PASSWORD);
    imap.succeeded("login", "LOGIN", USER);
    telemetry.reset();
    imap("a NO", "a LOGIN " + USER + " wrong");
    imap.failed("login", "LOGIN", USER, "invalid_key");
    telemetry.reset();
    imap("a NO", "a LOGIN mallory@example.test " + PASSWORD);
    imap.failed("login", "LOGIN", "mallory@example.test", "user_not_found");
  }

  @Test
  void imapAuthenticateInOneLine() {
    imap("a OK", "a AUTHENTICATE PLAIN " + Sasl.plain(USER, PASSWORD));
    imap.succeeded("authenticate", "PLAIN", USER);
    telemetry.reset();
    imap("a NO", "a AUTHENTICATE PLAIN " + Sasl.plain(USER, "wrong"));
    imap.failed("authenticate", "PLAIN", USER, "invalid_key");
    telemetry.reset();
    imap("a NO", "a AUTHENTICATE CRAM-MD5");
    imap.refused("authenticate", "CRAM-MD5", "mechanism_unsupported");
  }

  @Test
  void imapAuthenticateInTwoLines() {
    imapAuthenticate(Sasl.plain(USER, PASSWORD));
    imap.succeeded("authenticate", "PLAIN", USER);
    telemetry.reset();
    imapAuthenticate(Sasl.plain(USER, "wrong"));
    imap.failed("authenticate", "PLAIN", USER, "invalid_key");
    telemetry.reset();
    imapAuthenticate("*");
    imap.none("authenticate");
  }

  @Test
  void smtp() {
    try (ScriptedClient client = JamesClient.smtp(JamesServer.shared())) {
      client.line("AUTH PLAIN " + Sasl.plain(USER, "wrong")).expect("535");
      smtp.failed("auth", "PLAIN", USER, "invalid_key");
    }
  }

  @Test
  void pop3() {
    try (ScriptedClient client = JamesClient.pop3(JamesServer.shared())) {
      client.line("USER " + USER).expect("+OK");
      client.line("PASS " + PASSWORD).expect("+OK");
      pop3.succeeded("pass", "USERPASS", USER);
    }
  }

  private static void imap(String reply, String command) {
    try (ScriptedClient client = greeted()) {
      client.line(command).expect(reply);
    }
  }

  /** Its reply is not read: James 3.8 has two threads write it, which can lose its beginning. */
  private static void imapAuthenticate(String line) {
    try (ScriptedClient client = greeted()) {
      client.line("a AUTHENTICATE PLAIN").expect("+");
      client.line(line);
      telemetry.awaitSpan("imap.command.authenticate");
    }
  }

  private static ScriptedClient greeted() {
    return JamesClient.greeted(JamesServer.shared().ports().imap(), "* OK");
  }
}
