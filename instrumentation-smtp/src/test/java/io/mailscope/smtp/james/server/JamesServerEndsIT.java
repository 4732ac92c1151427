// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james.server;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.JamesPorts;
import io.mailscope.testing.server.JamesServer;
import io.mailscope.testing.server.JamesTraps;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A whole James' listeners, and the ends of connections to it. */
class JamesServerEndsIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  private final JamesServer james = JamesMail.james();
  private final JamesPorts ports = james.ports();
  private final JamesTraps traps = james.traps();

  @BeforeEach
  void startFromQuiet() {
    JamesMail.quiet(telemetry);
  }

  @Test
  void everyListenerIsUp() {
    IntStream.of(
            ports.smtp(),
            ports.submission(),
            ports.lmtp(),
            traps.limited(),
            traps.startTls(),
            traps.lmtpMailets())
        .forEach(port -> assertThat(up(port)).isEqualTo(1));
    assertThat(up(ports.pop3())).isZero();
    assertThat(up(ports.imap())).isZero();
  }

  @Test
  void byQuit() {
    ScriptedClient client = JamesMail.greeted(ports.smtp());
    assertThat(telemetry.standing("smtp.connections.active")).isEqualTo(1);
    JamesMail.quit(client);
    assertClosed("quit");
  }

  @Test
  void byLeavingInTheMiddleOfTheData() {
    JamesMail.untilData(ports.lmtp(), "LHLO", JamesMail.user()).send("Subject: s3cr3t\r\n").close();
    assertDataWithoutReply();
    assertClosed("eof");
  }

  @Test
  void byResetInTheMiddleOfTheData() {
    JamesMail.untilData(ports.smtp(), "EHLO", JamesMail.user()).send("Subject: s3cr3t\r\n").reset();
    assertDataWithoutReply();
    assertClosed("reset");
  }

  @Test
  void byTimeOut() {
    try (ScriptedClient client = ScriptedClient.connect(traps.impatient())) {
      client.readToEnd();
      assertClosed("timeout");
    }
  }

  @Test
  void byServerStopInTheMiddleOfTheData() {
    ScriptedClient client = JamesMail.untilData(ports.smtp(), "EHLO", JamesMail.user());
    client.send("Subject: s3cr3t\r\n");
    assertThat(up(ports.smtp())).isEqualTo(1);
    try {
      james.stop(ports.smtp());
      assertDataWithoutReply();
      assertClosed("server_stop");
      assertThat(up(ports.smtp())).isZero();
    } finally {
      client.close();
      james.startAgain(ports.smtp());
    }
    assertThat(up(ports.smtp())).isEqualTo(1);
    telemetry.reset();
    JamesMail.quit(JamesMail.greeted(ports.smtp()));
    assertClosed("quit");
  }

  @Test
  void byTheLimitOfConnections() {
    try (ScriptedClient first = JamesMail.greeted(traps.limited());
        ScriptedClient second = ScriptedClient.connect(traps.limited())) {
      assertThat(second.readToEnd()).isEmpty();
      assertClosed("other", 1);
      JamesMail.quit(first);
    }
    telemetry.await(() -> telemetry.standing("smtp.connections.active") == 0);
    assertThat(closed("quit")).isEqualTo(1);
  }

  @Test
  void byTheLimitOfConnectionsFromOneAddress() {
    try (ScriptedClient first = JamesMail.greeted(traps.limitedPerAddress());
        ScriptedClient second = ScriptedClient.connect(traps.limitedPerAddress())) {
      assertThat(second.readToEnd()).isEmpty();
      assertClosed("other", 1);
      JamesMail.quit(first);
    }
    telemetry.await(() -> telemetry.standing("smtp.connections.active") == 0);
    assertThat(closed("quit")).isEqualTo(1);
  }

  private long up(int port) {
    return telemetry.standing(
        "mail.server.up", Map.of("protocol", "smtp", "server.port", (long) port));
  }

  private static void assertDataWithoutReply() {
    assertThat(telemetry.awaitSpan("smtp.command.data"))
        .isRoot()
        .hasStatusUnset()
        .hasNoAttribute("smtp.response.status_code")
        .hasNoAttribute("exception.type")
        .hasNoEvents();
    assertThat(telemetry.sum("smtp.messages.received")).isZero();
    assertThat(telemetry.sum("smtp.bytes.received")).isZero();
    assertThat(telemetry.spans().toString()).doesNotContain("s3cr3t");
  }

  private static void assertClosed(String reason) {
    assertClosed(reason, 0);
  }

  private static void assertClosed(String reason, int stillActive) {
    telemetry.await(() -> telemetry.sum("smtp.connections.closed") == 1);
    assertThat(closed(reason)).isEqualTo(1);
    telemetry.await(() -> telemetry.standing("smtp.connections.active") == stillActive);
  }

  private static long closed(String reason) {
    return telemetry.sum("smtp.connections.closed", Map.of("reason", reason));
  }
}
