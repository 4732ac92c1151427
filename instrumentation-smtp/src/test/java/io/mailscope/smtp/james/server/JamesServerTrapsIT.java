// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james.server;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.JamesPorts;
import io.mailscope.testing.server.JamesTraps;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What clients, proxies and those between them do to a whole James. */
class JamesServerTrapsIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  private final JamesPorts ports = JamesMail.james().ports();
  private final JamesTraps traps = JamesMail.james().traps();

  @BeforeEach
  void startFromQuiet() {
    JamesMail.quiet(telemetry);
  }

  @Test
  void aProxyTellsWhoTheClientIs() {
    try (ScriptedClient client = ScriptedClient.connect(traps.proxied())) {
      client.send("PROXY TCP4 192.0.2.7 192.0.2.9 4711 25\r\n").expect("220");
      client.line("NOOP").expect("250");

      assertThat(telemetry.awaitSpan("smtp.command.noop"))
          .isRoot()
          .hasAttribute("client.address", "192.0.2.7")
          .hasAttribute("client.port", 4711L)
          .hasAttribute("network.peer.address", "127.0.0.1")
          .hasAttribute("server.port", (long) traps.proxied());
      JamesMail.quit(client);
    }
    assertClosed("quit");
  }

  @Test
  void aProxyThatTalksNonsenseIsNoCommand() {
    try (ScriptedClient client = ScriptedClient.connect(traps.proxied())) {
      client.send("EHLO not-a-proxy.test\r\n");
      client.readToEnd();
    }
    assertClosed("other");
    assertThat(telemetry.spans()).isEmpty();
  }

  @Test
  void startTlsIsACommandAndEncryptsThoseThatFollow() {
    try (ScriptedClient client = JamesMail.greeted(traps.startTls())) {
      client.line("EHLO client.test").readSmtp();
      client.line("STARTTLS").expect("220");
      client.startTls();
      client.line("NOOP").expect("250");
      JamesMail.quit(client);

      assertThat(telemetry.awaitSpan("smtp.command.noop"))
          .isRoot()
          .hasAttribute("tls.protocol.version", "TLSv1.3");
      assertThat(telemetry.awaitSpan("smtp.command.starttls"))
          .isRoot()
          .hasAttribute("smtp.response.status_code", 220L)
          .hasNoAttribute("tls.protocol.version");
    }
    assertClosed("quit");
  }

  @Test
  void commandsSmuggledInBehindStartTlsAreNotRead() {
    try (ScriptedClient client = JamesMail.greeted(traps.startTls())) {
      client.line("EHLO client.test").readSmtp();
      client.send("STARTTLS\r\nMAIL FROM:<s3cr3t@example.test>\r\n").expect("451");
      client.readToEnd();
    }
    assertClosed("other");
    assertThat(telemetry.spans())
        .extracting(ExportedSpan::name)
        .containsExactly("smtp.command.ehlo", "smtp.command._other");
    assertThat(telemetry.awaitSpan("smtp.command._other"))
        .isRoot()
        .hasStatusUnset()
        .hasNoEvents()
        .hasAttribute("smtp.response.status_code", 451L);
    assertThat(telemetry.spans().toString()).doesNotContain("s3cr3t");
  }

  @Test
  void smugglingEndsTheCommandThatIsOpen() {
    try (ScriptedClient client = JamesMail.greeted(traps.startTls())) {
      client.line("AUTH PLAIN").expect("334");
      client.send("STARTTLS\r\nMAIL FROM:<s3cr3t@example.test>\r\n").expect("451");
      client.readToEnd();
    }
    assertClosed("other");
    assertThat(telemetry.awaitSpan("smtp.command.auth"))
        .isRoot()
        .hasStatusUnset()
        .hasNoEvents()
        .hasAttribute("smtp.response.status_code", 451L);
    assertThat(telemetry.spans()).hasSize(1);
    assertThat(telemetry.spans().toString()).doesNotContain("s3cr3t");
  }

  @Test
  void aLineThatIsTooLongIsACommandAndNoEnd() {
    try (ScriptedClient client = JamesMail.greeted(ports.smtp())) {
      client.line("NOOP " + "s3cr3t".repeat(3_000)).expect("500");
      client.line("NOOP").expect("250");
      JamesMail.quit(client);
    }
    assertClosed("quit");
    assertThat(telemetry.awaitSpan("smtp.command._other"))
        .isRoot()
        .hasStatusUnset()
        .hasAttribute("smtp.response.status_code", 500L);
    assertThat(telemetry.awaitSpans(3).toString()).doesNotContain("s3cr3t");
  }

  @Test
  void aLineOfTheDataThatIsTooLongIsAnsweredWithinIt() {
    try (ScriptedClient client = JamesMail.untilData(ports.smtp(), "EHLO", JamesMail.user())) {
      client.line("x".repeat(10_000)).expect("500");
      client.send("y\r\n.\r\n").expect("250");
      JamesMail.quit(client);

      assertThat(telemetry.spans("smtp.command._other")).isEmpty();
      assertThat(telemetry.awaitSpan("smtp.command.data"))
          .hasAttribute("smtp.response.status_code", 250L);
      telemetry.await(() -> telemetry.sum("smtp.messages.received") == 1);
      assertThat(telemetry.sum("smtp.bytes.received")).isEqualTo(3);
    }
    assertClosed("quit");
  }

  @Test
  void pipelinedCommandsEachHaveTheirSpan() {
    String to = JamesMail.user();
    telemetry.reset();
    try (ScriptedClient client = JamesMail.greeted(ports.smtp())) {
      client
          .send("EHLO client.test\r\nMAIL FROM:<queen@example.test>\r\nRCPT TO:<" + to + ">\r\n")
          .send("DATA\r\n");
      client.readSmtp();
      client.expect("250");
      client.expect("250");
      client.expect("354");
      JamesMail.send(client).send("NOOP\r\nQUIT\r\n").expect("250");
      client.expect("250");
      client.expect("221");
      client.readToEnd();
    }
    assertClosed("quit");
    assertThat(telemetry.spans())
        .extracting(ExportedSpan::name)
        .containsExactly(
            "smtp.command.ehlo",
            "smtp.command.mail",
            "smtp.command.rcpt",
            "smtp.message.save",
            "smtp.command.data",
            "smtp.command.noop",
            "smtp.command.quit");
    assertThat(telemetry.sum("smtp.commands")).isEqualTo(6);
  }

  private static void assertClosed(String reason) {
    telemetry.await(() -> telemetry.sum("smtp.connections.closed") == 1);
    assertThat(telemetry.sum("smtp.connections.closed", Map.of("reason", reason))).isEqualTo(1);
    telemetry.await(() -> telemetry.standing("smtp.connections.active") == 0);
  }
}
