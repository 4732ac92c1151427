// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.server.JamesServer;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What James itself fails at, by exceptions that it has of its own. */
class JamesImapFaultsIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @BeforeEach
  void theConnectionsBeforeAreGone() {
    telemetry.await(() -> telemetry.standing("imap.sessions.active") == 0);
    telemetry.reset();
  }

  /** 3.8's memory app has no MailboxTyper. */
  @Test
  void anExceptionThatBecomesANoIsSeen() {
    try (JamesScenario imap = JamesScenario.start().login()) {
      assertThat(imap.command("XLIST \"\" *")).startsWith("NO");
      assertThat(telemetry.awaitSpan("imap.command.xlist"))
          .isRoot()
          .hasAttribute("imap.response.status", "NO")
          .hasAttribute("exception.type", "java.lang.NullPointerException")
          .hasAttribute("error.type", "java.lang.NullPointerException")
          .hasStatusError();
      assertThat(
              telemetry.count(
                  "imap.command.duration",
                  Map.of("command", "XLIST", "error.type", "java.lang.NullPointerException")))
          .isEqualTo(1);
      assertThat(imap.command("NOOP")).startsWith("OK");
    }
  }

  /** One that James logs as an error, too. */
  @Test
  void aMailboxThatIsNotThereIsTheClients() {
    try (JamesScenario imap = JamesScenario.start().login()) {
      assertThat(imap.command("GETQUOTAROOT nowhere")).startsWith("NO");
      assertThat(telemetry.awaitSpan("imap.command.getquotaroot"))
          .hasAttribute("imap.response.status", "NO")
          .hasNoAttribute("exception.type")
          .hasStatusUnset();
    }
  }

  /** James asks whether the mailbox may be seen before it begins its work, and dies of it. */
  @Test
  void anExceptionThatEscapesEndsTheConnection() {
    String type = "org.apache.james.imap.main.DeniedAccessOnSharedMailboxException";
    try (JamesScenario imap = JamesScenario.start().login()) {
      imap.send("SELECT #user.another@example.test.INBOX").client.readToEnd();
      ExportedSpan select = telemetry.awaitSpan("imap.command.select");
      assertThat(select)
          .isRoot()
          .hasNoAttribute("imap.response.status")
          .hasAttribute("error.type", type)
          .hasStatusError();
      telemetry.await(() -> telemetry.sum("imap.connections.closed") == 1);
      assertThat(telemetry.sum("imap.connections.closed", Map.of("reason", "error"))).isEqualTo(1);
      telemetry.await(() -> telemetry.standing("imap.sessions.active") == 0);
    }
  }

  /** James writes the others and the answer, and keeps the connection. */
  @Test
  void aResponseThatCanNotBeWrittenIsJamesFaultAndNoEndOfAnything() {
    JamesServer james = JamesServer.shared();
    Runnable right = james.failToWrite(james.ports().imap(), "FetchResponse");
    try (JamesScenario imap = JamesScenario.start().login()) {
      imap.append("Subject: one\r\n\r\n1\r\n").append("Subject: two\r\n\r\n2\r\n").select();
      assertThat(imap.command("FETCH 1:2 BODY[]")).startsWith("OK");
      assertThat(telemetry.awaitSpan("imap.command.fetch"))
          .isRoot()
          .hasAttribute("imap.response.status", "OK")
          .hasAttribute("exception.type", "java.io.IOException")
          .hasAttribute("error.type", "java.io.IOException")
          .hasStatusError();
      assertThat(telemetry.sum("imap.messages.retrieved")).isEqualTo(1);
      assertThat(imap.command("NOOP")).startsWith("OK");
      imap.send("LOGOUT").client.readToEnd(); // James can close before it answers
      telemetry.await(() -> telemetry.sum("imap.connections.closed") == 1);
      assertThat(telemetry.sum("imap.connections.closed", Map.of("reason", "quit"))).isEqualTo(1);
    } finally {
      right.run();
    }
  }
}
