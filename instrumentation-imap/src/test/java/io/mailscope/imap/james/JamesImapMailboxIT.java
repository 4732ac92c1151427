// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is selected and what is fetched. */
class JamesImapMailboxIT {

  private static final String HEADER = "Subject: one\r\nFrom: bob@example.test\r\n\r\n";
  private static final String TEXT = "The quick brown fox.\r\n";

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @Test
  void selectAndExamineSayWhatTheyFound() {
    try (JamesScenario imap = JamesScenario.start().login().append(HEADER + TEXT)) {
      telemetry.awaitSpan("imap.command.append");
      assertSelects(imap, "SELECT INBOX", false);
      assertSelects(imap, "EXAMINE INBOX", true);
    }
  }

  private static void assertSelects(JamesScenario imap, String line, boolean readOnly) {
    telemetry.reset();
    assertThat(imap.command(line)).startsWith("OK");
    ExportedSpan select = telemetry.awaitSpan("imap.mailbox.select");
    ExportedSpan command = telemetry.awaitSpan(ExportedSpan::isRoot);
    assertThat(select)
        .hasParent(command)
        .hasKind("INTERNAL")
        .hasStatusUnset()
        .hasAttributesExactly(
            Map.of("imap.mailbox", "INBOX", "imap.read_only", readOnly, "imap.message_count", 1L));
  }

  @Test
  void aMailboxThatIsNotThereIsNoFaultOfTheServer() {
    try (JamesScenario imap = JamesScenario.start().login()) {
      telemetry.awaitSpan("imap.command.login");
      telemetry.reset();
      assertThat(imap.command("SELECT nowhere")).startsWith("NO");
      assertThat(telemetry.awaitSpan("imap.mailbox.select"))
          .hasStatusUnset()
          .hasNoEvents()
          .hasAttributesExactly(Map.of("imap.mailbox", "nowhere", "imap.read_only", false));
      assertThat(telemetry.awaitSpan("imap.command.select"))
          .hasStatusUnset()
          .hasNoAttribute("exception.type");
    }
  }

  @Test
  void sectionsCountByTheirOctets() {
    try (JamesScenario imap = JamesScenario.start().login().append(HEADER + TEXT).select()) {
      telemetry.awaitSpan("imap.command.select");
      int all = HEADER.length() + TEXT.length();
      assertFetches(imap, "FETCH 1 (FLAGS ENVELOPE BODYSTRUCTURE)", 0, 0);
      assertFetches(imap, "FETCH 1 BODY.PEEK[HEADER]", HEADER.length(), 0);
      assertFetches(imap, "FETCH 1 RFC822.HEADER", HEADER.length(), 0);
      assertFetches(imap, "FETCH 1 (BODY.PEEK[HEADER.FIELDS (SUBJECT)])", 16, 0);
      assertFetches(imap, "FETCH 1 BODY.PEEK[TEXT]", TEXT.length(), 1);
      assertFetches(imap, "FETCH 1 BODY[]", all, 1);
      assertFetches(imap, "FETCH 1 RFC822", all, 1);
      assertFetches(imap, "UID FETCH 1:* (BODY.PEEK[]<0.10>)", 10, 1);
      assertFetches(imap, "UID FETCH 1:* (BODY.PEEK[]<10.10>)", 10, 0);
      assertFetches(imap, "FETCH 1 (BODY.PEEK[HEADER] BODY.PEEK[TEXT])", all, 1);
    }
  }

  private static void assertFetches(JamesScenario imap, String line, long octets, long messages) {
    telemetry.reset();
    assertThat(imap.command(line)).as(line).startsWith("OK");
    telemetry.awaitSpan(ExportedSpan::isRoot);
    assertThat(telemetry.sum("imap.bytes.sent")).as(line).isEqualTo(octets);
    assertThat(telemetry.sum("imap.messages.retrieved")).as(line).isEqualTo(messages);
  }
}
