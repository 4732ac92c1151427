// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.JamesImapLoad;
import io.mailscope.testing.server.JamesServer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Commands that James refuses since it has too much to do. It never answers them. */
class JamesImapOverloadIT {

  private static final String REJECTED =
      "org.apache.james.imapserver.netty.ReactiveThrottler$RejectedException";
  private static final int TOO_MANY = 100;

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  private final JamesServer james = JamesServer.shared();
  private final int port = james.traps().imap().busy();
  private final JamesImapLoad load = james.load(port);

  @BeforeEach
  void theConnectionsBeforeAreGone() {
    telemetry.await(() -> telemetry.standing("imap.sessions.active") == 0);
    telemetry.reset();
  }

  @AfterEach
  void calm() {
    load.set(0);
  }

  @Test
  void aRefusedCommandIsTheServersFault() {
    load.set(TOO_MANY);
    try (ScriptedClient client = connect()) {
      client.line("a NOOP");
      assertThat(telemetry.awaitSpan("imap.command.noop"))
          .isRoot()
          .hasNoAttribute("imap.response.status")
          .hasAttribute("exception.type", REJECTED)
          .hasAttribute("error.type", REJECTED)
          .hasStatusError();
      Map<String, String> refused =
          Map.of("command", "NOOP", "error.type", REJECTED, "imap.response.status", "none");
      telemetry.await(() -> telemetry.count("imap.command.duration", refused) == 1);
      telemetry.reset();
      // There is room again, but James serves this connection no more.
      load.set(0);
      client.line("b NOOP");
      telemetry.await(() -> telemetry.sum("imap.commands") == 1);
    }
    ExportedSpan second = telemetry.awaitSpan("imap.command.noop");
    assertThat(second).hasNoAttribute("imap.response.status").hasStatusUnset();
    telemetry.await(() -> telemetry.standing("imap.sessions.active") == 0);
    assertThat(telemetry.sum("imap.connections.closed", Map.of("reason", "eof"))).isEqualTo(1);
    telemetry.await(() -> load.get() == 0);
  }

  @Test
  void whatWaitsBehindAnotherCommandIsDoneLater() {
    load.set(1);
    try (ScriptedClient client = connect()) {
      client.send("a NOOP\r\nb CAPABILITY\r\nc NOOP\r\n");
      // The third was read, so the second was refused.
      telemetry.await(() -> telemetry.sum("imap.commands") == 3);
      assertThat(telemetry.spans()).isEmpty();
      load.oneLess();
      client.expect("a OK");
      // Its answer stays in James' buffer.
      assertThat(telemetry.awaitSpan("imap.command.capability"))
          .hasAttribute("imap.response.status", "OK")
          .hasNoAttribute("exception.type")
          .hasStatusUnset();
      assertThat(telemetry.awaitSpans(3))
          .allSatisfy(span -> assertThat(span).hasAttribute("imap.response.status", "OK"));
    }
  }

  private ScriptedClient connect() {
    ScriptedClient client = ScriptedClient.connect(port);
    client.expect("* OK");
    return client;
  }
}
