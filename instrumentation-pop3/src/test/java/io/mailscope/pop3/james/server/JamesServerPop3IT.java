// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james.server;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.JamesPorts;
import io.mailscope.testing.server.JamesServer;
import io.mailscope.testing.server.JamesTraps;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** POP3 on a whole James: its mailboxes are opened, listed and read. */
class JamesServerPop3IT {

  private static final String PASSWORD = "wh1te-rabb1t";
  private static final String MAIL = "Subject: x\r\n\r\n.stuffed\r\nline\r\n.\r\nlast\r\n";

  private static final String LARGE = ("0123456789".repeat(90) + "\r\n").repeat(15_000);

  private static final AtomicInteger USERS = new AtomicInteger();

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  private final JamesServer james = JamesServer.shared();
  private final JamesPorts ports = james.ports();
  private final JamesTraps traps = james.traps();
  private final String user = "pop3-" + USERS.incrementAndGet() + "@example.test";

  @BeforeEach
  void startFromQuiet() {
    james.addUser(user, PASSWORD);
    quiet();
  }

  @Test
  void aLoginListsTheMailbox() {
    deliver(MAIL, MAIL);
    try (ScriptedClient client = loggedIn()) {
      ExportedSpan pass = telemetry.awaitSpan("pop3.command.pass");
      assertThat(pass)
          .isRoot()
          .hasKind("SERVER")
          .hasScope("Relate.Pop3")
          .hasStatusUnset()
          .hasAttribute("pop3.response.status", "OK")
          .hasAttribute("network.protocol.name", "pop3")
          .hasAttribute("server.port", (long) ports.pop3());
      assertThat(telemetry.awaitSpan("pop3.messages.load"))
          .hasParent(pass)
          .hasKind("INTERNAL")
          .hasStatusUnset()
          .hasAttributesExactly(Map.of("pop3.message_count", 2L));
      client.line("RSET").expect("+OK");
      quit(client);
      telemetry.awaitSpan("pop3.command.quit");
      assertThat(telemetry.spans("pop3.messages.load")).hasSize(1);
    }
    assertClosed("quit");
  }

  @Test
  void aRefusedLoginListsNothing() {
    try (ScriptedClient client = greeted(ports.pop3())) {
      client.line("USER " + user).expect("+OK");
      client.line("PASS wr0ng-passw0rd").expect("-ERR");
      quit(client);

      assertThat(telemetry.awaitSpan("pop3.command.pass"))
          .isRoot()
          .hasStatusUnset()
          .hasNoEvents()
          .hasAttribute("pop3.response.status", "ERR");
      telemetry.awaitSpan("pop3.command.quit");
      assertThat(telemetry.spans("pop3.messages.load")).isEmpty();
      assertThat(telemetry.spans().toString()).doesNotContain("wr0ng-passw0rd");
    }
  }

  @Test
  void retrCountsTheMessageAsItIsStored() {
    deliver(MAIL);
    try (ScriptedClient client = loggedIn()) {
      List<String> lines = client.line("RETR 1").readPop3MultiLine();
      assertThat(lines).contains("..stuffed", "..");
      telemetry.await(() -> telemetry.sum("pop3.messages.retrieved") == 1);
      assertThat(telemetry.sum("pop3.bytes.sent")).isEqualTo(octets(lines));
      quit(client);
    }
    assertClosed("quit");
  }

  @Test
  void topCountsItsBytesAndNoMessage() {
    deliver(MAIL);
    try (ScriptedClient client = loggedIn()) {
      List<String> lines = client.line("TOP 1 1").readPop3MultiLine();
      long octets = octets(lines);
      telemetry.await(() -> telemetry.sum("pop3.bytes.sent") == octets);
      assertThat(telemetry.sum("pop3.messages.retrieved")).isZero();
      assertThat(telemetry.awaitSpan("pop3.command.top")).isRoot().hasStatusUnset();
      quit(client);
    }
  }

  @Test
  void aClientGoneHalfWayLeavesItsBytes() {
    String large = MAIL + LARGE;
    deliver(large);
    ScriptedClient client = loggedIn();
    client.line("RETR 1").expect("+OK");
    client.reset();

    assertThat(telemetry.awaitSpan("pop3.command.retr"))
        .isRoot()
        .hasStatusUnset()
        .hasNoAttribute("exception.type");
    telemetry.await(() -> telemetry.sum("pop3.connections.closed") == 1);
    assertThat(telemetry.sum("pop3.bytes.sent")).isPositive().isLessThan(large.length());
    assertThat(telemetry.sum("pop3.messages.retrieved")).isZero();
    telemetry.await(() -> telemetry.standing("pop3.sessions.active") == 0);
  }

  @Test
  void aServerThatStopsInTheMiddleOfAMessageLeavesNothingOpen() {
    deliver(MAIL + LARGE);
    ScriptedClient client = loggedIn();
    client.line("RETR 1").expect("+OK");
    assertThat(up()).isEqualTo(1);
    try {
      james.stop(ports.pop3());
      assertClosed("server_stop");
      assertThat(telemetry.awaitSpan("pop3.command.retr"))
          .isRoot()
          .hasStatusUnset()
          .hasNoAttribute("exception.type");
      assertThat(telemetry.sum("pop3.messages.retrieved")).isZero();
      assertThat(up()).isZero();
    } finally {
      client.close();
      james.startAgain(ports.pop3());
    }
    assertThat(up()).isEqualTo(1);
  }

  @Test
  void commandsSmuggledInBehindStlsAreNotRead() {
    try (ScriptedClient client = greeted(traps.pop3StartTls())) {
      client.send("STLS\r\nUSER s3cr3t\r\n").expect("-ERR");
      client.readToEnd();
    }
    assertClosed("other");
    assertThat(telemetry.spans())
        .extracting(ExportedSpan::name)
        .containsExactly("pop3.command._other");
    assertThat(telemetry.awaitSpan("pop3.command._other"))
        .hasStatusUnset()
        .hasNoEvents()
        .hasAttribute("pop3.response.status", "ERR");
    assertThat(telemetry.spans().toString()).doesNotContain("s3cr3t");
  }

  @Test
  void stlsIsACommandAndEncryptsThoseThatFollow() {
    try (ScriptedClient client = greeted(traps.pop3StartTls())) {
      client.line("STLS").expect("+OK");
      client.startTls();
      client.line("CAPA").readPop3MultiLine();
      quit(client);

      assertThat(telemetry.awaitSpan("pop3.command.capa"))
          .isRoot()
          .hasAttribute("tls.protocol.version", "TLSv1.3");
    }
    assertClosed("quit");
  }

  @Test
  void pipelinedCommandsEachHaveTheirSpan() {
    deliver(MAIL);
    try (ScriptedClient client = loggedIn()) {
      client.send("RETR 1\r\nSTAT\r\nRETR 1\r\nNOOP\r\nQUIT\r\n");
      long octets = octets(client.readPop3MultiLine());
      client.expect("+OK");
      client.readPop3MultiLine();
      client.expect("+OK");
      client.expect("+OK");
      client.readToEnd();
      telemetry.await(() -> telemetry.sum("pop3.messages.retrieved") == 2);
      assertThat(telemetry.sum("pop3.bytes.sent")).isEqualTo(2 * octets);
    }
    assertClosed("quit");
    assertThat(telemetry.sum("pop3.commands")).isEqualTo(7);
    assertThat(telemetry.sum("pop3.commands", Map.of("command", "RETR"))).isEqualTo(2);
    assertThat(telemetry.spans())
        .filteredOn(span -> span.name().startsWith("pop3.command."))
        .hasSize(7)
        .allSatisfy(span -> assertThat(span).isRoot().hasAttribute("pop3.response.status", "OK"));
  }

  /** By LMTP, which answers when the message is in the mailbox. */
  private void deliver(String... mails) {
    try (ScriptedClient client = ScriptedClient.connect(ports.lmtp())) {
      client.expect("220");
      client.line("LHLO client.test").readSmtp();
      for (String mail : mails) {
        client.line("MAIL FROM:<queen@example.test>").expect("250");
        client.line("RCPT TO:<" + user + ">").expect("250");
        client.line("DATA").expect("354");
        client.send(mail.replace("\r\n.", "\r\n..") + ".\r\n").expect("250");
        client.line("RSET").expect("250"); // James forgets to
      }
      client.line("QUIT").expect("221");
    }
  }

  private ScriptedClient loggedIn() {
    ScriptedClient client = greeted(ports.pop3());
    client.line("USER " + user).expect("+OK");
    client.line("PASS " + PASSWORD).expect("+OK");
    return client;
  }

  private static ScriptedClient greeted(int port) {
    ScriptedClient client = ScriptedClient.connect(port);
    client.expect("+OK");
    return client;
  }

  private static void quit(ScriptedClient client) {
    client.line("QUIT").expect("+OK");
    client.readToEnd();
  }

  /** Content octets of a multi-line reply, its stuffed dots taken out. */
  private static long octets(List<String> lines) {
    return lines.subList(1, lines.size() - 1).stream()
        .mapToLong(line -> line.length() + 2 - (line.startsWith(".") ? 1 : 0))
        .sum();
  }

  private long up() {
    return telemetry.standing(
        "mail.server.up", Map.of("protocol", "pop3", "server.port", (long) ports.pop3()));
  }

  private static void quiet() {
    telemetry.await(() -> telemetry.standing("pop3.sessions.active") == 0);
    telemetry.reset();
  }

  private static void assertClosed(String reason) {
    telemetry.await(() -> telemetry.sum("pop3.connections.closed") == 1);
    assertThat(telemetry.sum("pop3.connections.closed", Map.of("reason", reason))).isEqualTo(1);
    telemetry.await(() -> telemetry.standing("pop3.sessions.active") == 0);
  }
}
