// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james;

import static io.mailscope.testing.SpanAssert.assertThat;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.pop3.Ends;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.JamesProtocolsServer;
import io.mailscope.testing.server.JamesProtocolsVersions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Commands, the messages they send, and the ends of connections. */
class JamesPop3IT {

  private static final String MAIL = "Subject: x\r\n\r\n.stuffed\r\nline\r\n.\r\nlast\r\n";

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @ParameterizedTest
  @ArgumentsSource(JamesProtocolsVersions.class)
  void eachCommandIsARoot(String version) {
    try (JamesProtocolsServer server = server(version, MAIL);
        ScriptedClient client = loggedIn(server)) {
      assertThat(telemetry.standing("pop3.sessions.active")).isEqualTo(1);
      client.line("STAT").expect("+OK");
      client.line("RETR 7").expect("-ERR");
      client.line("S3CR3T").expect("-ERR");
      quit(client);

      List<ExportedSpan> spans = telemetry.awaitSpans(6);
      assertThat(spans)
          .extracting(ExportedSpan::name)
          .containsExactly(
              "pop3.command.user",
              "pop3.command.pass",
              "pop3.command.stat",
              "pop3.command.retr",
              "pop3.command._other",
              "pop3.command.quit");
      assertThat(spans)
          .allSatisfy(
              span ->
                  assertThat(span)
                      .isRoot()
                      .hasKind("SERVER")
                      .hasScope("Relate.Pop3")
                      .hasStatusUnset()
                      .hasAttribute("client.port", (long) client.localPort()));
      assertThat(spans)
          .extracting(span -> span.attributes().get("pop3.response.status"))
          .containsExactly("OK", "OK", "OK", "ERR", "ERR", "OK");
      assertThat(spans.toString()).doesNotContain("S3CR3T", JamesProtocolsServer.PASSWORD);
      Ends.with(telemetry, "quit");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(JamesProtocolsVersions.class)
  void retrCountsTheMessageAsItIsStored(String version) {
    try (JamesProtocolsServer server = server(version, MAIL);
        ScriptedClient client = loggedIn(server)) {
      assertThat(client.line("RETR 1").readPop3MultiLine()).contains("..stuffed", "..");
      telemetry.await(() -> telemetry.sum("pop3.messages.retrieved") == 1);
      assertThat(telemetry.sum("pop3.bytes.sent")).isEqualTo(MAIL.length());
      assertThat(telemetry.awaitSpan("pop3.command.retr"))
          .isRoot()
          .hasAttribute("pop3.response.status", "OK");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(JamesProtocolsVersions.class)
  void topCountsItsBytesAndNoMessage(String version) {
    try (JamesProtocolsServer server = server(version, MAIL);
        ScriptedClient client = loggedIn(server)) {
      List<String> lines = client.line("TOP 1 1").readPop3MultiLine();
      long octets =
          lines.subList(1, lines.size() - 1).stream()
              .mapToLong(line -> line.length() + 2 - (line.startsWith(".") ? 1 : 0))
              .sum();
      telemetry.awaitSpan("pop3.command.top");
      assertThat(telemetry.sum("pop3.bytes.sent")).isEqualTo(octets);
      assertThat(telemetry.sum("pop3.messages.retrieved")).isZero();
      assertThat(telemetry.spans("pop3.command.top")).hasSize(1);
    }
  }

  @ParameterizedTest
  @ArgumentsSource(JamesProtocolsVersions.class)
  void pipelinedCommandsEachHaveTheirSpan(String version) {
    String large = MAIL + "0123456789\r\n".repeat(100_000);
    try (JamesProtocolsServer server = server(version, large);
        ScriptedClient client = loggedIn(server)) {
      client.send("RETR 1\r\nRETR 1\r\nNOOP\r\n");
      client.readPop3MultiLine();
      client.readPop3MultiLine();
      client.expect("+OK");

      telemetry.await(() -> telemetry.sum("pop3.messages.retrieved") == 2);
      assertThat(telemetry.sum("pop3.bytes.sent")).isEqualTo(2L * large.length());
      assertThat(telemetry.awaitSpans(5))
          .allSatisfy(span -> assertThat(span).isRoot().hasAttribute("pop3.response.status", "OK"));
    }
  }

  @ParameterizedTest
  @ArgumentsSource(JamesProtocolsVersions.class)
  void aClientGoneHalfWayLeavesItsBytes(String version) {
    String large = MAIL + "0123456789\r\n".repeat(2_000_000);
    try (JamesProtocolsServer server = server(version, large)) {
      ScriptedClient client = loggedIn(server);
      client.line("RETR 1").expect("+OK");
      client.reset();

      assertThat(telemetry.awaitSpan("pop3.command.retr"))
          .isRoot()
          .hasStatusUnset()
          .hasNoAttribute("exception.type");
      telemetry.await(() -> telemetry.sum("pop3.bytes.sent") > 0);
      assertThat(telemetry.sum("pop3.bytes.sent")).isLessThan(large.length());
      assertThat(telemetry.sum("pop3.messages.retrieved")).isZero();
      telemetry.await(() -> telemetry.sum("pop3.connections.closed") == 1);
      telemetry.await(() -> telemetry.standing("pop3.sessions.active") == 0);
    }
  }

  @ParameterizedTest
  @ArgumentsSource(JamesProtocolsVersions.class)
  void byLeaving(String version) {
    try (JamesProtocolsServer server = server(version, MAIL)) {
      loggedIn(server).close();
      Ends.with(telemetry, "eof");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(JamesProtocolsVersions.class)
  void byServerStop(String version) {
    try (JamesProtocolsServer server = server(version, MAIL);
        ScriptedClient client = loggedIn(server)) {
      Map<String, Object> listener =
          Map.of("protocol", "pop3", "server.port", (long) server.port("pop3"));
      assertThat(telemetry.standing("mail.server.up", listener)).isEqualTo(1);
      client.line("NOOP").expect("+OK");
      server.stop();
      Ends.with(telemetry, "server_stop");
      assertThat(telemetry.standing("mail.server.up", listener)).isZero();
    }
  }

  private static JamesProtocolsServer server(String version, String mail) {
    return JamesProtocolsServer.create(version).message(mail.getBytes(US_ASCII)).listen("pop3");
  }

  private static ScriptedClient loggedIn(JamesProtocolsServer server) {
    ScriptedClient client = ScriptedClient.connect(server.port("pop3"));
    client.expect("+OK");
    client.line("USER bob").expect("+OK");
    client.line("PASS " + JamesProtocolsServer.PASSWORD).expect("+OK");
    return client;
  }

  private static void quit(ScriptedClient client) {
    client.line("QUIT").expect("+OK");
    client.readToEnd();
  }
}
