// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A command is current on every thread that works for it, so that James' log tells its trace. */
class JamesImapContextIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @Test
  void onTheConnectionsThread() {
    try (JamesScenario imap = JamesScenario.start();
        JamesLog log = JamesLog.of(imap)) {
      imap.command("NOOP");
      assertLogged(log, "Got <command>: NOOP", "imap-io-", "imap.command.noop");
    }
  }

  @Test
  void onAThreadForBlockingCalls() {
    try (JamesScenario imap = JamesScenario.start();
        JamesLog log = JamesLog.of(imap)) {
      imap.login();
      assertLogged(
          log, "Provisioning mailbox Sent.", "blocking-call-wrapper", "imap.command.login");
    }
  }

  @Test
  void onAThreadOfReactor() {
    try (JamesScenario imap = JamesScenario.start().login();
        JamesLog log = JamesLog.of(imap)) {
      imap.command("XLIST \"\" *");
      assertLogged(log, "Unexpected error", "parallel", "imap.command.xlist");
    }
  }

  @Test
  void whileALineThatItWaitedForIsRead() {
    try (JamesScenario imap = JamesScenario.start().login().select();
        JamesLog log = JamesLog.of(imap)) {
      imap.send("IDLE").client.expect("+");
      imap.client.line("no");
      assertLogged(log, "Continuation for IMAP IDLE", "imap-io-", "imap.command.idle");
    }
  }

  @Test
  void ofPipelinedCommandsEachIsCurrentInItsOwnWork() {
    try (JamesScenario imap = JamesScenario.start().login().append("Subject: one\r\n\r\n1\r\n")) {
      imap.select();
      telemetry.awaitSpan("imap.command.select");
      try (JamesLog log = JamesLog.of(imap)) {
        imap.client.send("p1 FETCH 1 BODY[]\r\np2 FETCH 1 UID\r\np3 FETCH 1 BODY[]\r\n");
        imap.client.readTagged("p3");
        telemetry.await(() -> telemetry.spans("imap.command.fetch").size() == 3);
        assertThat(log.lines("Loaded mailbox"))
            .extracting(JamesLog.Line::traceId)
            .containsExactlyElementsOf(
                telemetry.spans("imap.command.fetch").stream().map(ExportedSpan::traceId).toList());
      }
    }
  }

  private static void assertLogged(JamesLog log, String message, String thread, String span) {
    ExportedSpan command = telemetry.awaitSpan(span);
    List<JamesLog.Line> lines = log.lines(message);
    assertThat(lines).as(message).hasSize(1);
    assertThat(lines.get(0).thread()).startsWith(thread);
    assertThat(lines.get(0).traceId()).isEqualTo(command.traceId());
  }
}
