// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.otlp.OtlpReceiver;
import io.mailscope.testing.server.MailServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the agent shows of any mail server that speaks SMTP, POP3 and IMAP, as its users see it. The
 * server's one user and an empty inbox are all that is asked of it.
 */
abstract class MailServerSmokeTest {

  private static final String WRONG_PASSWORD = "qu33n-of-h3arts";
  private static final String NOBODY = "cheshire";

  /** The running server and where its telemetry goes. */
  abstract SmokeRun run();

  private MailServer server;
  private OtlpReceiver telemetry;

  @BeforeEach
  void startFromQuiet() {
    server = run().server();
    telemetry = run().telemetry();
    telemetry.awaitMetrics(
        () ->
            telemetry.standing("smtp.connections.active") == 0
                && telemetry.standing("pop3.sessions.active") == 0
                && telemetry.standing("imap.sessions.active") == 0);
    telemetry.awaitExport();
    telemetry.reset();
  }

  @Test
  void resourceNamesTheServerAndNoSecret() {
    assertThat(telemetry.resource())
        .containsEntry("service.name", server.product())
        .containsEntry("service.version", server.version())
        .containsEntry("telemetry.distro.name", "mailscope")
        .containsEntry("telemetry.distro.version", Shipped.version())
        .doesNotContainKeys("process.command_args", "process.command_line");
  }

  @Test
  void metersAreThereFromTheStartWithZero() {
    assertThat(run().metersAtStart())
        .containsEntry("smtp.messages.received", 0L)
        .containsEntry("smtp.bytes.received", 0L)
        .containsEntry("smtp.auth.attempts", 0L)
        .containsEntry("smtp.auth.failures", 0L)
        .containsEntry("smtp.connections.active", 0L)
        .containsEntry("pop3.messages.retrieved", 0L)
        .containsEntry("pop3.bytes.sent", 0L)
        .containsEntry("pop3.auth.attempts", 0L)
        .containsEntry("pop3.auth.failures", 0L)
        .containsEntry("pop3.sessions.active", 0L)
        .containsEntry("imap.messages.retrieved", 0L)
        .containsEntry("imap.bytes.sent", 0L)
        .containsEntry("imap.auth.attempts", 0L)
        .containsEntry("imap.auth.failures", 0L)
        .containsEntry("imap.sessions.active", 0L)
        .containsEntry("imap.sessions.idle", 0L)
        .containsEntry("mail.server.up", 3L);
  }

  @Test
  void mailIsSeenOnItsWayInAndOut() throws Exception {
    Mail.send(server.smtpPort(), run().user(), run().password(), run().email(), run().email());
    telemetry.awaitSpan("smtp.command.quit");
    String retrieved = Mail.retrieve(server.pop3Port(), run().user(), run().password());
    telemetry.awaitSpan("pop3.command.quit");
    String fetched = Mail.fetch(server.imapPort(), run().user(), run().password());
    telemetry.awaitSpan("imap.command.logout");
    assertThat(retrieved).contains(Mail.SUBJECT);
    // GreenMail keeps a message without its last line end.
    assertThat(fetched.stripTrailing()).isEqualTo(Mail.TEXT.stripTrailing());

    assertThat(CommandSpans.of(telemetry, "smtp").names())
        .containsExactly("ehlo", "auth", "mail", "rcpt", "data", "quit");
    assertThat(CommandSpans.of(telemetry, "pop3").names())
        .containsExactly("user", "pass", "retr", "quit");
    assertThat(CommandSpans.of(telemetry, "imap").names())
        .containsSubsequence("capability", "login", "examine", "fetch", "close", "logout");
    for (String protocol : List.of("smtp", "pop3", "imap")) {
      CommandSpans.of(telemetry, protocol).areHarmlessRootsOfOneSession();
      ExportedSpan auth = only(protocol + ".auth.validate");
      assertThat(auth)
          .hasKind("INTERNAL")
          .hasStatusUnset()
          .hasAttribute(protocol + ".auth.user", run().user())
          .hasAttribute(protocol + ".auth.success", true)
          .hasNoAttribute(protocol + ".auth.failure_reason");
    }
    assertThat(only("smtp.auth.validate")).hasParent(only("smtp.command.auth"));
    assertThat(only("pop3.auth.validate")).hasParent(only("pop3.command.pass"));
    assertThat(only("imap.auth.validate")).hasParent(only("imap.command.login"));
    assertThat(only("smtp.message.save")).hasParent(only("smtp.command.data"));
    assertThat(only("imap.mailbox.select"))
        .hasParent(only("imap.command.examine"))
        .hasAttribute("imap.mailbox", "INBOX")
        .hasAttribute("imap.read_only", true)
        .hasAttribute("imap.message_count", 1L);
    assertThat(only("smtp.command.data")).hasAttribute("smtp.response.status_code", 250L);

    telemetry.awaitMetrics(() -> telemetry.standing("imap.sessions.active") == 0);
    telemetry.awaitExport();
    assertThat(telemetry.sum("smtp.messages.received")).isEqualTo(1);
    assertThat(telemetry.sum("pop3.messages.retrieved")).isEqualTo(1);
    assertThat(telemetry.sum("imap.messages.retrieved")).isEqualTo(1);
    assertThat(telemetry.sum("pop3.commands", Map.of("command", "RETR"))).isEqualTo(1);
    assertThat(telemetry.count("smtp.message.processing.duration", Map.of())).isEqualTo(1);
    for (String protocol : List.of("smtp", "pop3", "imap")) {
      assertThat(telemetry.sum(protocol + ".auth.attempts")).isEqualTo(1);
      assertThat(telemetry.sum(protocol + ".auth.failures")).isZero();
      assertThat(telemetry.sum(protocol + ".connections.closed", Map.of("reason", "quit")))
          .isEqualTo(1);
    }
  }

  @Test
  void failedLoginsTellWhyAndNothingElse() {
    try (ScriptedClient pop3 = ScriptedClient.connect(server.pop3Port());
        ScriptedClient imap = ScriptedClient.connect(server.imapPort())) {
      pop3.expect("+OK");
      pop3.line("USER " + run().user()).expect("+OK");
      pop3.line("PASS " + WRONG_PASSWORD).expect("-ERR");
      imap.expect("* OK");
      imap.line("a LOGIN " + NOBODY + " " + WRONG_PASSWORD).readTagged("a");
    }
    telemetry.await(
        () ->
            telemetry.spans("pop3.auth.validate").size() == 1
                && telemetry.spans("imap.auth.validate").size() == 1
                && telemetry.spans("imap.command.login").size() == 1
                && telemetry.spans("pop3.command.pass").size() == 1);
    assertThat(only("pop3.auth.validate"))
        .hasStatusUnset()
        .hasNoEvents()
        .hasAttribute("pop3.auth.user", run().user())
        .hasAttribute("pop3.auth.success", false)
        .hasAttribute("pop3.auth.failure_reason", "invalid_key");
    assertThat(only("imap.auth.validate"))
        .hasStatusUnset()
        .hasNoEvents()
        .hasAttribute("imap.auth.user", NOBODY)
        .hasAttribute("imap.auth.success", false)
        .hasAttribute("imap.auth.failure_reason", "user_not_found");
    assertThat(only("pop3.command.pass"))
        .hasStatusUnset()
        .hasNoEvents()
        .hasAttribute("pop3.response.status", "ERR");
    telemetry.awaitMetrics(
        () ->
            telemetry.sum("pop3.auth.failures") == 1
                && telemetry.sum("imap.auth.failures") == 1
                && telemetry.standing("pop3.sessions.active") == 0
                && telemetry.standing("imap.sessions.active") == 0);
    assertThat(telemetry.sum("pop3.auth.results", Map.of("result", "invalid_key"))).isEqualTo(1);
    assertThat(telemetry.sum("imap.auth.results", Map.of("result", "user_not_found"))).isEqualTo(1);
    assertThat(run().secrets().and(WRONG_PASSWORD).foundIn(telemetry.requests())).isEmpty();
  }

  @Test
  void brokenConnectionsLeaveNothingOpen() {
    for (int port : List.of(server.smtpPort(), server.pop3Port(), server.imapPort())) {
      ScriptedClient client = ScriptedClient.connect(port);
      client.readLine();
      client.send("NOO");
      client.reset();
    }
    telemetry.awaitMetrics(
        () ->
            closed("smtp") == 1
                && closed("pop3") == 1
                && closed("imap") == 1
                && telemetry.standing("smtp.connections.active") == 0
                && telemetry.standing("pop3.sessions.active") == 0
                && telemetry.standing("imap.sessions.active") == 0);
  }

  private long closed(String protocol) {
    return telemetry.sum(protocol + ".connections.closed");
  }

  private ExportedSpan only(String name) {
    List<ExportedSpan> spans = telemetry.spans(name);
    assertThat(spans).as(name).hasSize(1);
    return spans.get(0);
  }
}
