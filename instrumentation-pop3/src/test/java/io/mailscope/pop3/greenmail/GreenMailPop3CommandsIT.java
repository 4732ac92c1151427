// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.greenmail;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailServer;
import io.mailscope.testing.server.GreenMailVersions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Each command is one span and one count, and a root whatever came before it. */
class GreenMailPop3CommandsIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void everyListedCommandIsOneSpanWithItsReply(String version) {
    try (GreenMailServer server = Pop3Mail.start(version)) {
      Pop3Mail.deliver(server, "Subject: x\r\n\r\nbody");
      try (ScriptedClient client = Pop3Mail.connect(server)) {
        Script script = new Script(client, server.pop3Port());
        script.multiLine("CAPA").single("NOOP", "OK").single("APOP bob 0123", "ERR");
        script.single("STLS", "ERR").single("UTF8", "ERR").single("LANG *", "ERR");
        script.single("AUTH CRAM-MD5", "ERR");
        script.single("USER bob", "OK").single("PASS " + Pop3Mail.PASSWORD, "OK");
        script.single("STAT", "OK").multiLine("LIST").single("LIST 1", "OK").multiLine("UIDL");
        script.multiLine("RETR 1").multiLine("TOP 1 0").single("DELE 1", "OK");
        client.line("RSET").expect("+OK");
        client.expect("+OK maildrop");
        script.expected("RSET", "OK");
        script.single("QUIT", "OK");
        client.readToEnd();

        script.verify();
      }
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void aCommandIsKnownInLowerCaseAndBehindBlanks(String version) {
    try (GreenMailServer server = Pop3Mail.start(version);
        ScriptedClient client = Pop3Mail.connect(server)) {
      Script script = new Script(client, server.pop3Port());
      client.line("noop").expect("+OK");
      script.expected("NOOP", "OK");
      client.line("   NoOp   and more").expect("+OK");
      script.expected("NOOP", "OK");
      script.single("QUIT", "OK").verify();
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void whatIsRefusedHasItsNameAllTheSame(String version) {
    try (GreenMailServer server = Pop3Mail.start(version)) {
      Pop3Mail.deliver(server, "Subject: x\r\n\r\nbody");
      try (ScriptedClient client = Pop3Mail.connect(server)) {
        Script script = new Script(client, server.pop3Port());
        script.single("RETR 1", "ERR").single("STAT", "ERR").single("TOP 1 1", "ERR");
        script.single("PASS early", "ERR").single("USER", "ERR").single("AUTH", "ERR");
        script.single("USER bob", "OK").single("PASS " + Pop3Mail.PASSWORD, "OK");
        script.single("USER bob", "ERR").single("RETR", "ERR").single("RETR 2", "ERR");
        script.single("TOP 1", "ERR").single("DELE x", "ERR").single("QUIT", "OK").verify();
      }
    }
    assertThat(telemetry.sum("pop3.messages.retrieved")).isZero();
    assertThat(telemetry.sum("pop3.bytes.sent")).isZero();
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void commandsInOneSegmentAreSpansOfTheirOwn(String version) {
    try (GreenMailServer server = Pop3Mail.start(version);
        ScriptedClient client = Pop3Mail.connect(server)) {
      Script script = new Script(client, server.pop3Port());
      client.send("CAPA\r\nNOOP\r\nUSER bob\r\nPASS " + Pop3Mail.PASSWORD + "\r\nSTAT\r\nQUIT\r\n");
      client.readToEnd();

      for (String command : List.of("CAPA", "NOOP", "USER", "PASS", "STAT", "QUIT")) {
        script.expected(command, "OK");
      }
      script.verify();
    }
  }

  /** What was said on one connection, and the spans and counts that it has to leave. */
  private static final class Script {

    private final ScriptedClient client;
    private final Map<String, Object> connection;
    private final List<String[]> expected = new ArrayList<>();

    Script(ScriptedClient client, int serverPort) {
      this.client = client;
      connection =
          Map.of(
              "network.protocol.name", "pop3",
              "client.address", "127.0.0.1",
              "network.peer.address", "127.0.0.1",
              "client.port", (long) client.localPort(),
              "server.port", (long) serverPort);
    }

    Script single(String line, String status) {
      client.line(line).expect(status.equals("OK") ? "+OK" : "-ERR");
      return expected(line.split(" ")[0], status);
    }

    Script multiLine(String line) {
      assertThat(client.line(line).readPop3MultiLine()).first().asString().startsWith("+OK");
      return expected(line.split(" ")[0], "OK");
    }

    Script expected(String command, String status) {
      expected.add(new String[] {command, status});
      return this;
    }

    void verify() {
      telemetry.await(() -> commands().size() == expected.size());
      List<ExportedSpan> spans = commands();
      Object session = spans.get(0).attribute("pop3.session_id");
      assertThat(session).asString().matches("[0-9a-f]{16}");
      for (int i = 0; i < spans.size(); i++) {
        String command = expected.get(i)[0];
        Map<String, Object> attributes = new HashMap<>(connection);
        attributes.put("pop3.session_id", session);
        attributes.put("pop3.command", command);
        attributes.put("pop3.response.status", expected.get(i)[1]);
        assertThat(spans.get(i))
            .hasName("pop3.command." + command.toLowerCase(Locale.ROOT))
            .hasKind("SERVER")
            .hasScope("Relate.Pop3")
            .isRoot()
            .hasStatusUnset()
            .hasAttributesExactly(attributes)
            .hasNoEvents();
        counted(command);
      }
      assertThat(spans.stream().map(ExportedSpan::traceId)).doesNotHaveDuplicates();
      assertThat(telemetry.sum("pop3.commands")).isEqualTo(expected.size());
      assertThat(telemetry.count("pop3.command.duration", Map.of())).isEqualTo(expected.size());
    }

    private void counted(String command) {
      long times = expected.stream().filter(one -> one[0].equals(command)).count();
      Map<String, String> attributes = Map.of("command", command);
      assertThat(telemetry.sum("pop3.commands", attributes)).as(command).isEqualTo(times);
      assertThat(telemetry.count("pop3.command.duration", attributes)).isEqualTo(times);
    }

    private List<ExportedSpan> commands() {
      return telemetry.spans().stream().filter(s -> s.name().startsWith("pop3.command.")).toList();
    }
  }
}
