// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.Secrets;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.otlp.OtlpHttpReceiver;
import io.mailscope.testing.server.JamesProcess;
import io.mailscope.testing.server.JamesVersions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What James asks a database during a command is part of the command's trace. */
class JamesContextSmokeTest {

  private static final String BY_NAME = "SELECT COUNT(*) FROM account WHERE name = ?";
  private static final String BY_PASSWORD = BY_NAME + " AND secret = ?";

  private static OtlpHttpReceiver telemetry;
  private static JamesProcess james;

  @BeforeAll
  static void start() {
    telemetry = OtlpHttpReceiver.start();
    james =
        JamesProcess.start(
            JamesVersions.NEWEST, JamesDatabase.ofUsers(), Shipped.launch(telemetry));
    // The last that its user was the reason of: his inbox is his if he is there.
    ExportedSpan added =
        telemetry.awaitSpan(
            span -> String.valueOf(span.attribute("db.statement")).startsWith("INSERT "));
    telemetry.awaitSpan(
        span ->
            BY_NAME.equals(span.attribute("db.statement"))
                && span.startEpochNanos() > added.endEpochNanos());
  }

  @AfterAll
  static void stopAndLookForWhatMustNotLeave() {
    telemetry.awaitExport();
    james.close();
    telemetry.close();
    assertThat(Secrets.of(JamesProcess.USER, JamesProcess.PASSWORD).foundIn(telemetry.requests()))
        .isEmpty();
  }

  @BeforeEach
  void startFromQuiet() {
    telemetry.awaitExport();
    telemetry.reset();
  }

  @Test
  void recipientOfSmtp() {
    rcpt(JamesProcess.USER, "250");
    assertThat(query("smtp.command.rcpt", BY_NAME)).hasStatusUnset().hasNoEvents();
  }

  @Test
  void loginBySmtp() {
    try (ScriptedClient client = ScriptedClient.connect(james.ports().submission())) {
      client.expect("220");
      client.line("EHLO client.test").readSmtp();
      client.line("AUTH PLAIN " + plain()).expect("235");
      client.line("QUIT").expect("221");
    }
    query("smtp.command.auth", BY_PASSWORD);
  }

  @Test
  void loginBySmtpInSeveralLines() {
    try (ScriptedClient client = ScriptedClient.connect(james.ports().submission())) {
      client.expect("220");
      client.line("EHLO client.test").readSmtp();
      client.line("AUTH PLAIN").expect("334");
      client.line(plain()).expect("235");
      client.line("QUIT").expect("221");
    }
    query("smtp.command.auth", BY_PASSWORD);
  }

  @Test
  void loginByPop3() {
    try (ScriptedClient client = ScriptedClient.connect(james.pop3Port())) {
      client.expect("+OK");
      client.line("USER " + JamesProcess.USER).expect("+OK");
      client.line("PASS " + JamesProcess.PASSWORD).expect("+OK");
      client.line("QUIT").expect("+OK");
    }
    query("pop3.command.pass", BY_PASSWORD);
  }

  @Test
  void loginByImap() {
    try (ScriptedClient client = ScriptedClient.connect(james.imapPort())) {
      client.expect("* OK");
      client.line("a LOGIN " + JamesProcess.USER + " " + JamesProcess.PASSWORD).readTagged("a");
      bye(client, "imap.command.login");
    }
    query("imap.command.login", BY_PASSWORD);
  }

  @Test
  void loginByImapInSeveralLines() {
    try (ScriptedClient client = ScriptedClient.connect(james.imapPort())) {
      client.expect("* OK");
      client.line("a AUTHENTICATE PLAIN").expect("+");
      // Its reply is not read: James 3.8 has two threads write it, which can lose its beginning.
      client.line(plain());
      bye(client, "imap.command.authenticate");
    }
    query("imap.command.authenticate", BY_PASSWORD);
  }

  @Test
  void failingStatementTellsItsException() {
    rcpt(JamesDatabase.BROKEN, "451");
    ExportedSpan query = query("smtp.command.rcpt", "SELECT COUNT(*) FROM nowhere WHERE name = ?");
    assertThat(query).hasStatusError();
    assertThat(query.events()).hasSize(1);
    assertThat(query.events().get(0).name()).isEqualTo("exception");
    assertThat(query.events().get(0).attributes())
        .containsEntry("exception.type", "org.h2.jdbc.JdbcSQLSyntaxErrorException");
    // James answers by itself: to it, this is a recipient to be tried again.
    assertThat(telemetry.awaitSpan("smtp.command.rcpt")).hasStatusUnset();
  }

  /** James can close before it answers to a LOGOUT that it read before the end of the login. */
  private static void bye(ScriptedClient client, String login) {
    telemetry.awaitSpan(login);
    client.line("b LOGOUT").readToEnd();
  }

  private static void rcpt(String recipient, String reply) {
    try (ScriptedClient client = ScriptedClient.connect(james.smtpPort())) {
      client.expect("220");
      client.line("EHLO client.test").readSmtp();
      client.line("MAIL FROM:<hatter@sender.test>").expect("250");
      client.line("RCPT TO:<" + recipient + ">").expect(reply);
      client.line("QUIT").expect("221");
    }
  }

  /** The only question to the database, asked by the command or by its check of the login. */
  private static ExportedSpan query(String command, String statement) {
    ExportedSpan root = telemetry.awaitSpan(command);
    telemetry.await(() -> !ofKind("CLIENT").isEmpty());
    telemetry.awaitExport();
    List<ExportedSpan> queries = ofKind("CLIENT");
    assertThat(queries).hasSize(1);
    ExportedSpan query = queries.get(0);
    List<ExportedSpan> askers =
        telemetry.spans().stream()
            .filter(span -> span.equals(root) || isLogin(span) && span.isChildOf(root))
            .filter(query::isChildOf)
            .toList();
    assertThat(askers).as("%s in %s", query, telemetry.spans()).hasSize(1);
    assertThat(query).hasAttribute("db.system", "h2").hasAttribute("db.statement", statement);
    return query;
  }

  private static boolean isLogin(ExportedSpan span) {
    return span.name().endsWith(".auth.validate");
  }

  private static List<ExportedSpan> ofKind(String kind) {
    return telemetry.spans().stream().filter(span -> span.kind().equals(kind)).toList();
  }

  private static String plain() {
    byte[] text =
        ("\0" + JamesProcess.USER + "\0" + JamesProcess.PASSWORD).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(text);
  }
}
