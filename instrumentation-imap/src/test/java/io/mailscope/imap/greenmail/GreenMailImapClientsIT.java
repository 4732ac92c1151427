// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.greenmail;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.server.GreenMailVersions;
import jakarta.mail.Folder;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** What mail programs do: Angus Mail, and the pipelining of a synchroniser. */
class GreenMailImapClientsIT {

  /** Much longer than a command lasts on a busy machine. */
  private static final long WAIT_NANOS = TimeUnit.SECONDS.toNanos(2);

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void aBigMailInChunksIsOneMessage(String version) throws Exception {
    try (ImapScenario imap = ImapScenario.start(version)) {
      String[] lines = new String[2_000];
      Arrays.fill(lines, "0123456789".repeat(5));
      lines[0] = "Subject: big";
      lines[1] = "";
      imap.deliver(lines);

      Properties properties = new Properties();
      properties.setProperty("mail.imap.port", Integer.toString(imap.server.imapPort()));
      properties.setProperty("mail.imap.fetchsize", "16384");
      Session session = Session.getInstance(properties);
      byte[] content;
      try (Store store = session.getStore("imap")) {
        store.connect("127.0.0.1", "alice", "secret");
        Folder inbox = store.getFolder("INBOX");
        inbox.open(Folder.READ_ONLY);
        content = inbox.getMessage(1).getInputStream().readAllBytes();
        inbox.close(false);
      }

      telemetry.awaitSpan("imap.command.logout");
      List<ExportedSpan> fetches = telemetry.spans("imap.command.fetch");
      assertThat(fetches).hasSizeGreaterThan(content.length / 16384);
      assertThat(telemetry.sum("imap.messages.retrieved")).isEqualTo(1);
      assertThat(telemetry.sum("imap.bytes.sent")).isEqualTo(content.length);
      assertThat(telemetry.spans())
          .extracting(ExportedSpan::name)
          .contains("imap.command.login", "imap.command.examine", "imap.mailbox.select")
          .doesNotContain("imap.command._other");
      assertThat(telemetry.sum("imap.commands"))
          .isEqualTo(telemetry.spans().stream().filter(ExportedSpan::isRoot).count());
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void pipelinedCommandsAreTracesOfTheirOwn(String version) {
    try (ImapScenario imap = ImapScenario.start(version)) {
      imap.deliver("Subject: one", "", "1").deliver("Subject: two", "", "2").login().select();
      telemetry.awaitSpan("imap.command.select");
      telemetry.reset();
      imap.client.send(
          "p1 UID FETCH 1:1 (BODY.PEEK[])\r\np2 UID FETCH 2:2 (BODY.PEEK[])\r\n"
              + "p3 UID FETCH 1:2 (FLAGS)\r\np4 NOOP\r\n");
      imap.client.readTagged("p4");

      List<ExportedSpan> spans = telemetry.awaitSpans(4);
      assertThat(spans)
          .extracting(ExportedSpan::name)
          .containsExactly(
              "imap.command.uid_fetch",
              "imap.command.uid_fetch",
              "imap.command.uid_fetch",
              "imap.command.noop");
      assertThat(spans).allMatch(ExportedSpan::isRoot);
      assertThat(spans).extracting(ExportedSpan::traceId).doesNotHaveDuplicates();
      assertThat(spans)
          .extracting(s -> s.attribute("imap.session_id"))
          .containsOnly(spans.get(0).attribute("imap.session_id"));
      assertThat(spans)
          .isSortedAccordingTo((a, b) -> Long.compare(a.startEpochNanos(), b.startEpochNanos()));
      assertThat(telemetry.sum("imap.messages.retrieved")).isEqualTo(2);
      assertThat(telemetry.sum("imap.commands", Map.of("command", "UID FETCH"))).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void theWaitForTheNextCommandIsNobodysTime(String version) {
    try (ImapScenario imap = ImapScenario.start(version)) {
      imap.command("NOOP");
      long start = System.nanoTime();
      telemetry.await(() -> System.nanoTime() - start > WAIT_NANOS);
      imap.command("NOOP");
      for (ExportedSpan span : telemetry.awaitSpans(2)) {
        assertThat(span.endEpochNanos() - span.startEpochNanos()).isLessThan(WAIT_NANOS);
      }
    }
  }
}
