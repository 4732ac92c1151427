// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.greenmail;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.server.GreenMailVersions;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** What FETCH sends, counted against what a raw client reads. */
class GreenMailImapFetchIT {

  private static final String[] PLAIN = {
    "Subject: plain", "From: bob@example.test", "", "one {3}", "two", "\u00e4\u00f6\u00fc"
  };

  private static final String[] MULTIPART = {
    "Subject: parts",
    "MIME-Version: 1.0",
    "Content-Type: multipart/mixed; boundary=b",
    "",
    "--b",
    "Content-Type: text/plain",
    "",
    "first part",
    "--b",
    "Content-Type: text/html",
    "",
    "<p>second</p>",
    "--b--"
  };

  private static final String[] FORWARD = {
    "Subject: forward",
    "MIME-Version: 1.0",
    "Content-Type: multipart/mixed; boundary=b",
    "",
    "--b",
    "Content-Type: message/rfc822",
    "",
    "Subject: inner",
    "",
    "inner text",
    "--b--"
  };

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void contentCountsAsAMessageAndEverySectionInOctets(String version) {
    try (ImapScenario imap = ImapScenario.start(version)) {
      imap.deliver(PLAIN).deliver(MULTIPART).deliver(FORWARD).login().select();
      telemetry.awaitSpan("imap.command.select");
      assertFetch(imap, "FETCH 1 BODY[]", 1);
      assertFetch(imap, "FETCH 1 BODY.PEEK[]", 1);
      assertFetch(imap, "FETCH 1 (FLAGS BODY[TEXT])", 1);
      assertFetch(imap, "FETCH 1 BODY[1]", 1);
      assertFetch(imap, "FETCH 2 BODY[2]", 1);
      assertFetch(imap, "FETCH 1 RFC822", 1);
      assertFetch(imap, "FETCH 1 RFC822.TEXT", 1);
      assertFetch(imap, "FETCH 1 BODY[HEADER]", 0);
      assertFetch(imap, "FETCH 1 RFC822.HEADER", 0);
      assertFetch(imap, "FETCH 1 BODY[HEADER.FIELDS (SUBJECT FROM)]", 0);
      assertFetch(imap, "FETCH 1 BODY.PEEK[HEADER.FIELDS.NOT (SUBJECT)]", 0);
      assertFetch(imap, "FETCH 2 BODY[1.MIME]", 0);
      assertFetch(imap, "FETCH 1 (BODY[HEADER] BODY[TEXT])", 1);
      assertFetch(imap, "FETCH 2 (BODY[HEADER] BODY[1] BODY[2] BODY[2.MIME])", 1);
      assertFetch(imap, "FETCH 1:* BODY[]", 3);
      assertFetch(imap, "UID FETCH 1:* (UID FLAGS BODY.PEEK[])", 3);
      assertFetch(imap, "FETCH 1,3 (BODY[HEADER])", 0);
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void nothingIsCountedWhereNoSectionIsSent(String version) {
    try (ImapScenario imap = ImapScenario.start(version)) {
      imap.deliver(PLAIN).login().select();
      for (String items :
          new String[] {
            "FLAGS", "(UID RFC822.SIZE)", "ENVELOPE", "BODYSTRUCTURE", "BODY", "FULL"
          }) {
        telemetry.reset();
        assertThat(imap.command("FETCH 1 " + items)).as(items).startsWith("OK");
        telemetry.awaitSpan("imap.command.fetch");
        assertThat(telemetry.sum("imap.messages.retrieved")).as(items).isZero();
        assertThat(telemetry.sum("imap.bytes.sent")).as(items).isZero();
      }
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void aPartialCountsAsAMessageAtItsStartOnly(String version) {
    try (ImapScenario imap = ImapScenario.start(version)) {
      imap.deliver(PLAIN).login().select();
      assertFetch(imap, "FETCH 1 BODY[]<0.10>", 1);
      assertFetch(imap, "FETCH 1 BODY[]<10.10>", 0);
      assertFetch(imap, "FETCH 1 BODY.PEEK[TEXT]<0.5>", 1);
      assertFetch(imap, "FETCH 1 BODY.PEEK[TEXT]<5.5>", 0);
      assertFetch(imap, "FETCH 1 BODY[HEADER]<0.10>", 0);
      assertFetch(imap, "FETCH 1 BODY[HEADER]<5.10>", 0);
      assertFetch(imap, "FETCH 1 (BODY[]<0.10> BODY[TEXT]<3.4>)", 1);
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void aMessageInAMessageIsOneSection(String version) {
    try (ImapScenario imap = ImapScenario.start(version)) {
      imap.deliver(FORWARD).login().select();
      assertFetch(imap, "FETCH 1 BODY[1]", 1);
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void whatGreenMailFailsAtIsCountedUpToThere(String version) {
    try (ImapScenario imap = ImapScenario.start(version)) {
      imap.deliver(MULTIPART).deliver(PLAIN).deliver(MULTIPART).login().select();
      telemetry.awaitSpan("imap.command.select");
      telemetry.reset();
      // The second message has no part 2 to give MIME fields of: two sections, then an exception.
      long octets = imap.octetsOf("FETCH 1:3 (BODY.PEEK[TEXT] BODY.PEEK[2.MIME])");
      assertThat(telemetry.awaitSpan("imap.command.fetch"))
          .hasAttribute("imap.response.status", "NO")
          .hasAttribute("error.type", "com.icegreen.greenmail.store.FolderException")
          .hasAttribute("exception.type", "com.icegreen.greenmail.store.FolderException")
          .hasStatusError();
      assertThat(telemetry.sum("imap.bytes.sent")).isPositive().isEqualTo(octets);
      assertThat(telemetry.sum("imap.messages.retrieved")).isEqualTo(1);
    }
  }

  private static void assertFetch(ImapScenario imap, String command, long messages) {
    telemetry.reset();
    long octets = imap.octetsOf(command);
    telemetry.awaitSpan(
        command.startsWith("UID") ? "imap.command.uid_fetch" : "imap.command.fetch");
    assertThat(octets).as(command).isPositive();
    assertThat(telemetry.sum("imap.bytes.sent")).as(command).isEqualTo(octets);
    assertThat(telemetry.sum("imap.messages.retrieved")).as(command).isEqualTo(messages);
  }
}
