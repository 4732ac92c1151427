// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.greenmail;

import static io.mailscope.testing.SpanAssert.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.server.GreenMailVersions;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** {@code imap.mailbox.select}. */
class GreenMailImapSelectIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void selectTellsTheMailbox(String version) {
    try (ImapScenario imap = ImapScenario.start(version)) {
      imap.deliver("Subject: one", "", "1").deliver("Subject: two", "", "2").login();
      imap.command("SELECT inbox");

      ExportedSpan select = telemetry.awaitSpan("imap.command.select");
      assertThat(telemetry.awaitSpan("imap.mailbox.select"))
          .hasParent(select)
          .hasKind("INTERNAL")
          .hasScope("Relate.Imap")
          .hasStatusUnset()
          .hasNoEvents()
          .hasAttributesExactly(
              Map.of("imap.mailbox", "INBOX", "imap.read_only", false, "imap.message_count", 2L));
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void examineIsReadOnly(String version) {
    try (ImapScenario imap = ImapScenario.start(version).login()) {
      imap.command("CREATE work");
      imap.command("EXAMINE work");

      assertThat(telemetry.awaitSpan("imap.mailbox.select"))
          .hasParent(telemetry.awaitSpan("imap.command.examine"))
          .hasAttributesExactly(
              Map.of("imap.mailbox", "work", "imap.read_only", true, "imap.message_count", 0L));
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void aMissingMailboxIsNoError(String version) {
    try (ImapScenario imap = ImapScenario.start(version).login()) {
      imap.command("SELECT nowhere");

      ExportedSpan select = telemetry.awaitSpan("imap.command.select");
      assertThat(select).hasAttribute("imap.response.status", "NO").hasStatusUnset().hasNoEvents();
      assertThat(telemetry.awaitSpan("imap.mailbox.select"))
          .hasParent(select)
          .hasStatusUnset()
          .hasNoEvents()
          .hasAttributesExactly(Map.of("imap.mailbox", "nowhere", "imap.read_only", false));
    }
  }
}
