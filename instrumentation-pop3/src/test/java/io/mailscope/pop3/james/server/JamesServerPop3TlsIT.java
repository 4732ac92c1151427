// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james.server;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.pop3.Ends;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.JamesServer;
import io.mailscope.testing.server.JamesTraps;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** STLS on a whole James, and what is smuggled in behind it. */
class JamesServerPop3TlsIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  private final JamesTraps traps = JamesServer.shared().traps();

  @BeforeEach
  void startFromQuiet() {
    telemetry.await(() -> telemetry.standing("pop3.sessions.active") == 0);
    telemetry.reset();
  }

  @Test
  void commandsSmuggledInBehindStlsAreNotRead() {
    try (ScriptedClient client = JamesPop3User.greeted(traps.pop3StartTls())) {
      client.send("STLS\r\nUSER s3cr3t\r\n").expect("-ERR");
      client.readToEnd();
    }
    Ends.with(telemetry, "other");
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
    try (ScriptedClient client = JamesPop3User.greeted(traps.pop3StartTls())) {
      client.line("STLS").expect("+OK");
      client.startTls();
      client.line("CAPA").readPop3MultiLine();
      JamesPop3User.quit(client);

      assertThat(telemetry.awaitSpan("pop3.command.capa"))
          .isRoot()
          .hasAttribute("tls.protocol.version", "TLSv1.3");
    }
    Ends.with(telemetry, "quit");
  }
}
