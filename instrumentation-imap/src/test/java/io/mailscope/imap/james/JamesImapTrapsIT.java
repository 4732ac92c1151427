// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.JamesImapTraps;
import io.mailscope.testing.server.JamesServer;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What clients, proxies and those between them do to James' IMAP. */
class JamesImapTrapsIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  private final JamesServer james = JamesServer.shared();
  private final JamesImapTraps traps = james.traps().imap();

  @BeforeEach
  void theConnectionsBeforeAreGone() {
    telemetry.await(() -> telemetry.standing("imap.sessions.active") == 0);
    telemetry.reset();
  }

  @Test
  void aProxyTellsWhoTheClientIs() {
    try (ScriptedClient client = ScriptedClient.connect(traps.proxied())) {
      client.send("PROXY TCP4 192.0.2.7 192.0.2.9 4711 143\r\n").expect("* OK");
      client.line("a NOOP").expect("a OK");
      client.line("b LOGOUT").readToEnd();
    }
    assertClosed("quit");
    for (String command : new String[] {"noop", "logout"}) {
      assertThat(telemetry.awaitSpan("imap.command." + command))
          .isRoot()
          .hasAttribute("client.address", "192.0.2.7")
          .hasAttribute("client.port", 4711L)
          .hasAttribute("network.peer.address", "127.0.0.1")
          .hasAttribute("server.port", (long) traps.proxied());
    }
  }

  @Test
  void aProxyThatTalksNonsenseIsNoCommand() {
    try (ScriptedClient client = greeted(traps.proxied())) {
      client.line("a LOGIN not-a-proxy s3cr3t").readToEnd();
    }
    assertClosed("other");
    assertThat(telemetry.spans()).isEmpty();
  }

  @Test
  void startTlsIsACommandAndEncryptsThoseThatFollow() {
    try (ScriptedClient client = greeted(traps.startTls())) {
      client.line("a STARTTLS").expect("a OK");
      client.startTls();
      client.line("b NOOP").expect("b OK");
      client.line("c LOGOUT").readToEnd();
    }
    assertClosed("quit");
    ExportedSpan startTls = telemetry.awaitSpan("imap.command.starttls");
    assertThat(startTls)
        .isRoot()
        .hasStatusUnset()
        .hasAttribute("imap.response.status", "OK")
        .hasNoAttribute("tls.protocol.version");
    for (String command : new String[] {"noop", "logout"}) {
      assertThat(telemetry.awaitSpan("imap.command." + command))
          .isRoot()
          .hasAttribute("imap.session_id", startTls.attributes().get("imap.session_id"))
          .hasAttribute("tls.protocol.version", "TLSv1.3");
    }
  }

  @Test
  void commandsSmuggledInBehindStartTlsAreNotRead() {
    try (ScriptedClient client = greeted(traps.startTls())) {
      client.send("a STARTTLS\r\nb LOGIN s3cr3t s3cr3t\r\n").readToEnd();
    }
    assertClosed("other");
    assertThat(telemetry.spans()).isEmpty();
  }

  @Test
  void tlsFromTheFirstByte() {
    try (ScriptedClient client = ScriptedClient.connectTls(traps.tls())) {
      client.expect("* OK");
      client.line("a NOOP").expect("a OK");
      client.line("b LOGOUT").readToEnd();
    }
    assertClosed("quit");
    assertThat(telemetry.awaitSpan("imap.command.noop"))
        .isRoot()
        .hasAttribute("server.port", (long) traps.tls())
        .hasAttribute("tls.protocol.version", "TLSv1.3");
  }

  @Test
  void plainTextWhereTlsIsExpectedIsATlsFailure() {
    try (ScriptedClient client = ScriptedClient.connect(traps.tls())) {
      client.line("a LOGIN s3cr3t s3cr3t").readToEnd();
    }
    assertClosed("tls_failure");
    assertThat(telemetry.spans()).isEmpty();
  }

  @Test
  void theLimitOfConnections() {
    assertOneAtATime(traps.limited());
  }

  @Test
  void theLimitOfConnectionsFromOneAddress() {
    assertOneAtATime(traps.limitedPerAddress());
  }

  @Test
  void silenceForTooLongIsATimeOut() {
    james.impatient(traps.impatient());
    try (ScriptedClient client = greeted(traps.impatient())) {
      client.readToEnd();
    }
    assertClosed("timeout");
  }

  private static void assertOneAtATime(int port) {
    try (ScriptedClient first = greeted(port);
        ScriptedClient second = ScriptedClient.connect(port)) {
      assertThat(second.readToEnd()).isEmpty();
      telemetry.await(() -> telemetry.standing("imap.sessions.active") == 1);
      telemetry.await(() -> telemetry.sum("imap.connections.closed") == 1);
      assertThat(closed("other")).isEqualTo(1);
      first.line("a LOGOUT").readToEnd();
    }
    telemetry.await(() -> telemetry.standing("imap.sessions.active") == 0);
    telemetry.await(() -> telemetry.sum("imap.connections.closed") == 2);
    assertThat(closed("quit")).isEqualTo(1);
  }

  private static ScriptedClient greeted(int port) {
    ScriptedClient client = ScriptedClient.connect(port);
    client.expect("* OK");
    return client;
  }

  private static void assertClosed(String reason) {
    telemetry.await(() -> telemetry.sum("imap.connections.closed") == 1);
    telemetry.await(() -> telemetry.standing("imap.sessions.active") == 0);
    assertThat(closed(reason))
        .as(() -> telemetry.points("imap.connections.closed", Map.of()).toString())
        .isEqualTo(1);
  }

  private static long closed(String reason) {
    return telemetry.sum("imap.connections.closed", Map.of("reason", reason));
  }
}
