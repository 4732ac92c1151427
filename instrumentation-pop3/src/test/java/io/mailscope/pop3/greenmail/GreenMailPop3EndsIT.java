// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.greenmail;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.pop3.Ends;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailServer;
import io.mailscope.testing.server.GreenMailVersions;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which a connection ends, its reason, and the gauge back at 0. */
class GreenMailPop3EndsIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void theGaugeCountsOpenSessions(String version) {
    try (GreenMailServer server = Pop3Mail.start(version);
        ScriptedClient one = Pop3Mail.connect(server)) {
      assertThat(telemetry.standing("pop3.sessions.active")).isEqualTo(1);
      try (ScriptedClient two = Pop3Mail.connect(server)) {
        assertThat(telemetry.standing("pop3.sessions.active")).isEqualTo(2);
        two.line("QUIT").expect("+OK");
      }
      telemetry.await(() -> telemetry.standing("pop3.sessions.active") == 1);
      one.line("QUIT").expect("+OK");
      telemetry.await(() -> telemetry.standing("pop3.sessions.active") == 0);
      assertThat(telemetry.sum("pop3.connections.closed", Map.of("reason", "quit"))).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void aClientLeavesAfterTheGreeting(String version) {
    try (GreenMailServer server = Pop3Mail.start(version)) {
      Pop3Mail.connect(server).close();

      Ends.with(telemetry, "eof");
      assertThat(telemetry.spans()).isEmpty();
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void aClientLeavesBetweenCommands(String version) {
    try (GreenMailServer server = Pop3Mail.start(version)) {
      ScriptedClient client = Pop3Mail.connect(server);
      client.line("USER " + Pop3Mail.USER).expect("+OK");
      client.close();

      Ends.with(telemetry, "eof");
      assertThat(telemetry.awaitSpans(1).get(0)).hasStatusUnset();
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void aClientLeavesInTheMiddleOfALine(String version) {
    try (GreenMailServer server = Pop3Mail.start(version)) {
      ScriptedClient client = Pop3Mail.connect(server);
      client.send("NOO");
      client.close();

      // The JDK's reader gives what there is at the end of the input as a line.
      Ends.with(telemetry, "eof");
      assertThat(telemetry.awaitSpans(1).get(0)).hasName("pop3.command._other");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void aClientLeavesInTheMiddleOfALogin(String version) {
    try (GreenMailServer server = Pop3Mail.start(version)) {
      ScriptedClient client = Pop3Mail.connect(server);
      client.line("AUTH PLAIN").expect("+ ");
      client.close();

      Ends.with(telemetry, "eof");
      assertThat(telemetry.awaitSpans(1).get(0))
          .hasName("pop3.command.auth")
          .hasStatusUnset()
          .hasNoAttribute("pop3.response.status")
          .hasNoAttribute("exception.type");
      assertThat(
              telemetry.count(
                  "pop3.command.duration",
                  Map.of("command", "AUTH", "pop3.response.status", "none")))
          .isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void aClientIsReset(String version) {
    try (GreenMailServer server = Pop3Mail.start(version)) {
      ScriptedClient client = Pop3Mail.connect(server);
      client.line("NOOP").expect("+OK");
      client.reset();

      Ends.with(telemetry, "reset");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void aClientIsResetInTheMiddleOfALogin(String version) {
    try (GreenMailServer server = Pop3Mail.start(version)) {
      ScriptedClient client = Pop3Mail.connect(server);
      client.line("AUTH PLAIN").expect("+ ");
      client.reset();

      Ends.with(telemetry, "reset");
      assertThat(telemetry.awaitSpans(1).get(0)).hasStatusUnset().hasNoAttribute("exception.type");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void theServerStops(String version) {
    GreenMailServer server = Pop3Mail.start(version);
    try (ScriptedClient client = Pop3Mail.connect(server)) {
      client.line("NOOP").expect("+OK");
      server.stop();

      Ends.with(telemetry, "server_stop");
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void theServerStopsInTheMiddleOfALogin(String version) {
    GreenMailServer server = Pop3Mail.start(version);
    try (ScriptedClient client = Pop3Mail.connect(server)) {
      client.line("AUTH PLAIN").expect("+ ");
      server.stop();

      Ends.with(telemetry, "server_stop");
      assertThat(telemetry.awaitSpans(1).get(0)).hasStatusUnset().hasNoAttribute("exception.type");
    }
  }

  /** Before 1.6.5 the 30 seconds can't be set. */
  @ParameterizedTest
  @ValueSource(strings = {"1.6.15", "2.0.1", "2.1.13"})
  void aSilentClientIsTimedOut(String version) throws ReflectiveOperationException {
    try (GreenMailServer server = Pop3Mail.start(version)) {
      setTimeout(server, 2_000);
      try (ScriptedClient client = ScriptedClient.connect(server.pop3Port())) {
        client.line("NOOP").expect("+OK"); // the greeting
        client.expect("+OK");
        client.expect("421");

        Ends.with(telemetry, "timeout");
        assertThat(telemetry.awaitSpans(1).get(0)).hasName("pop3.command.noop");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.6.15", "2.0.1", "2.1.13"})
  void aLoginThatIsLeftLyingIsRefusedAndTheSessionGoesOn(String version)
      throws ReflectiveOperationException {
    try (GreenMailServer server = Pop3Mail.start(version)) {
      setTimeout(server, 5_000);
      try (ScriptedClient client = Pop3Mail.connect(server)) {
        client.line("AUTH PLAIN").expect("+ ");
        client.expect("-ERR");
        client.line("").readToEnd();

        // Not "timeout": the empty line is what GreenMail fails at.
        Ends.with(telemetry, "error");
        assertThat(telemetry.awaitSpan("pop3.command.auth"))
            .hasStatusUnset()
            .hasAttribute("pop3.response.status", "ERR");
        assertThat(telemetry.awaitSpan("pop3.command._other")).hasStatusError();
      }
    }
  }

  private static void setTimeout(GreenMailServer server, int millis)
      throws ReflectiveOperationException {
    Object pop3 = server.greenMail().getClass().getMethod("getPop3").invoke(server.greenMail());
    pop3.getClass().getMethod("setClientSocketTimeout", int.class).invoke(pop3, millis);
  }
}
