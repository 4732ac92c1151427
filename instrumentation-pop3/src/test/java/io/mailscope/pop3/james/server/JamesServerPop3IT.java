// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james.server;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.pop3.Ends;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.JamesPorts;
import io.mailscope.testing.server.JamesServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** POP3 on a whole James: its mailboxes are opened, listed and read. */
class JamesServerPop3IT {

  private static final String MAIL = "Subject: x\r\n\r\n.stuffed\r\nline\r\n.\r\nlast\r\n";
  private static final String LARGE = ("0123456789".repeat(90) + "\r\n").repeat(15_000);

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  private final JamesServer james = JamesServer.shared();
  private final JamesPorts ports = james.ports();
  private final JamesPop3User user = JamesPop3User.create(james);

  @BeforeEach
  void startFromQuiet() {
    telemetry.await(() -> telemetry.standing("pop3.sessions.active") == 0);
    telemetry.reset();
  }

  @Test
  void aLoginListsTheMailbox() {
    user.deliver(MAIL, MAIL);
    try (ScriptedClient client = user.login()) {
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
      JamesPop3User.quit(client);
      telemetry.awaitSpan("pop3.command.quit");
      assertThat(telemetry.spans("pop3.messages.load")).hasSize(1);
    }
    Ends.with(telemetry, "quit");
  }

  @Test
  void aRefusedLoginListsNothing() {
    try (ScriptedClient client = JamesPop3User.greeted(ports.pop3())) {
      client.line("USER " + user.name()).expect("+OK");
      client.line("PASS wr0ng-passw0rd").expect("-ERR");
      JamesPop3User.quit(client);

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
    user.deliver(MAIL);
    try (ScriptedClient client = user.login()) {
      List<String> lines = client.line("RETR 1").readPop3MultiLine();
      assertThat(lines).contains("..stuffed", "..");
      telemetry.await(() -> telemetry.sum("pop3.messages.retrieved") == 1);
      assertThat(telemetry.sum("pop3.bytes.sent")).isEqualTo(octets(lines));
      JamesPop3User.quit(client);
    }
    Ends.with(telemetry, "quit");
  }

  @Test
  void topCountsItsBytesAndNoMessage() {
    user.deliver(MAIL);
    try (ScriptedClient client = user.login()) {
      List<String> lines = client.line("TOP 1 1").readPop3MultiLine();
      long octets = octets(lines);
      telemetry.await(() -> telemetry.sum("pop3.bytes.sent") == octets);
      assertThat(telemetry.sum("pop3.messages.retrieved")).isZero();
      assertThat(telemetry.awaitSpan("pop3.command.top")).isRoot().hasStatusUnset();
      JamesPop3User.quit(client);
    }
  }

  @Test
  void aClientGoneHalfWayLeavesItsBytes() {
    String large = MAIL + LARGE;
    user.deliver(large);
    ScriptedClient client = user.login();
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
    user.deliver(MAIL + LARGE);
    ScriptedClient client = user.login();
    client.line("RETR 1").expect("+OK");
    assertThat(up()).isEqualTo(1);
    try {
      james.stop(ports.pop3());
      Ends.with(telemetry, "server_stop");
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
  void pipelinedCommandsEachHaveTheirSpan() {
    user.deliver(MAIL);
    try (ScriptedClient client = user.login()) {
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
    Ends.with(telemetry, "quit");
    assertThat(telemetry.sum("pop3.commands")).isEqualTo(7);
    assertThat(telemetry.sum("pop3.commands", Map.of("command", "RETR"))).isEqualTo(2);
    assertThat(telemetry.spans())
        .filteredOn(span -> span.name().startsWith("pop3.command."))
        .hasSize(7)
        .allSatisfy(span -> assertThat(span).isRoot().hasAttribute("pop3.response.status", "OK"));
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
}
