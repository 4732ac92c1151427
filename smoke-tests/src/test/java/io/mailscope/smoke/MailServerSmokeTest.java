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
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the agent shows of any mail server that speaks SMTP, POP3 and IMAP, as its users see it. The
 * server's one user and an empty inbox are all that is asked of it.
 */
@ExtendWith(ResultTable.class)
abstract class MailServerSmokeTest {

  private static final String WRONG_PASSWORD = "qu33n-of-h3arts";
  private static final String NOBODY = "cheshire";

  /** The protocols that the agent sees. */
  static final List<String> PROTOCOLS = List.of("smtp", "pop3", "imap");

  /** The running server and where its telemetry goes. */
  abstract SmokeRun run();

  /** How many ports the server listens to, of the protocols that the agent sees. */
  abstract int listeners();

  /** The command by which Angus Mail logs in, which depends on what the server offers. */
  String imapLogin() {
    return "login";
  }

  /** Whether the server's own main class starts it, by which the agent knows it. */
  boolean startsByItself() {
    return true;
  }

  private MailServer server;
  private OtlpReceiver telemetry;

  @BeforeEach
  void startFromQuiet() {
    server = run().server();
    telemetry = run().telemetry();
    quiet();
  }

  /** Waits until all connections have ended and that is told, and forgets them. */
  private void quiet() {
    telemetry.awaitMetrics(this::noneIsOpen);
    telemetry.awaitExport();
    telemetry.reset();
  }

  @Test
  void resourceNamesTheServerAndNoSecret() {
    assertThat(telemetry.resource())
        .containsEntry("telemetry.distro.name", "mailscope")
        .containsEntry("telemetry.distro.version", Shipped.version())
        .doesNotContainKeys("process.command_args", "process.command_line");
    if (startsByItself()) {
      assertThat(telemetry.resource())
          .containsEntry("service.name", server.product())
          .containsEntry("service.version", server.version());
    }
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
        .containsEntry("mail.server.up", (long) listeners());
  }

  @Test
  void mailIsSeenOnItsWayInAndOut() throws Exception {
    send();
    retrieve();
    fetch();
  }

  private void send() throws Exception {
    Mail.send(
        server.submissionPort(), run().user(), run().password(), run().email(), run().email());
    telemetry.awaitSpan("smtp.command.quit");
    assertThat(CommandSpans.of(telemetry, "smtp").names())
        .containsExactly("ehlo", "auth", "mail", "rcpt", "data", "quit");
    CommandSpans.of(telemetry, "smtp").areHarmlessRootsOfOneSession();
    assertThat(only("smtp.command.data")).hasAttribute("smtp.response.status_code", 250L);
    assertThat(only("smtp.message.save")).hasParent(only("smtp.command.data"));
    assertLoggedIn("smtp", "smtp.command.auth");
    assertQuit("smtp");
    assertThat(telemetry.sum("smtp.messages.received")).isEqualTo(1);
    assertThat(telemetry.sum("smtp.bytes.received")).isPositive();
    assertThat(telemetry.count("smtp.message.processing.duration", Map.of())).isEqualTo(1);
    Mail.awaitDelivery(server.pop3Port(), run().user(), run().password());
    quiet();
  }

  private void retrieve() throws Exception {
    String retrieved = Mail.retrieve(server.pop3Port(), run().user(), run().password());
    telemetry.awaitSpan("pop3.command.quit");
    assertThat(retrieved).contains(Mail.SUBJECT);
    assertThat(CommandSpans.of(telemetry, "pop3").names())
        .containsExactly("user", "pass", "retr", "quit");
    CommandSpans.of(telemetry, "pop3").areHarmlessRootsOfOneSession();
    assertThat(only("pop3.messages.load"))
        .hasParent(only("pop3.command.pass"))
        .hasAttribute("pop3.message_count", 1L);
    assertLoggedIn("pop3", "pop3.command.pass");
    assertQuit("pop3");
    assertThat(telemetry.sum("pop3.messages.retrieved")).isEqualTo(1);
    assertThat(telemetry.sum("pop3.bytes.sent")).isPositive();
    assertThat(telemetry.sum("pop3.commands", Map.of("command", "RETR"))).isEqualTo(1);
    quiet();
  }

  private void fetch() throws Exception {
    String fetched = Mail.fetch(server.imapPort(), run().user(), run().password());
    // GreenMail keeps a message without its last line end.
    assertThat(fetched.stripTrailing()).isEqualTo(Mail.TEXT.stripTrailing());
    telemetry.awaitSpan("imap.command.logout");
    assertThat(CommandSpans.of(telemetry, "imap").names())
        .containsSubsequence("capability", imapLogin(), "examine", "fetch", "close", "logout");
    CommandSpans.of(telemetry, "imap").areHarmlessRootsOfOneSession();
    assertThat(only("imap.mailbox.select"))
        .hasParent(only("imap.command.examine"))
        .hasAttribute("imap.mailbox", "INBOX")
        .hasAttribute("imap.read_only", true)
        .hasAttribute("imap.message_count", 1L);
    assertLoggedIn("imap", "imap.command." + imapLogin());
    assertQuit("imap");
    assertThat(telemetry.sum("imap.messages.retrieved")).isEqualTo(1);
  }

  private void assertQuit(String protocol) {
    telemetry.awaitMetrics(
        () -> closed(protocol) == 1 && telemetry.standing(SmokeRun.gauge(protocol)) == 0);
    telemetry.awaitExport();
    assertThat(telemetry.sum(protocol + ".connections.closed", Map.of("reason", "quit")))
        .isEqualTo(1);
  }

  private void assertLoggedIn(String protocol, String command) {
    assertThat(only(protocol + ".auth.validate"))
        .hasParent(only(command))
        .hasKind("INTERNAL")
        .hasStatusUnset()
        .hasAttribute(protocol + ".auth.user", run().user())
        .hasAttribute(protocol + ".auth.success", true)
        .hasNoAttribute(protocol + ".auth.failure_reason");
    telemetry.awaitMetrics(() -> telemetry.sum(protocol + ".auth.attempts") == 1);
    assertThat(telemetry.sum(protocol + ".auth.failures")).isZero();
  }

  @Test
  void failedLoginsTellWhyAndNothingElse() {
    try (ScriptedClient pop3 = ScriptedClient.connect(server.pop3Port())) {
      pop3.expect("+OK");
      pop3.line("USER " + run().user()).expect("+OK");
      pop3.line("PASS " + WRONG_PASSWORD).expect("-ERR");
    }
    assertThat(telemetry.awaitSpan("pop3.command.pass"))
        .hasStatusUnset()
        .hasNoEvents()
        .hasAttribute("pop3.response.status", "ERR");
    assertFailed("pop3", run().user(), "invalid_key");
    try (ScriptedClient imap = ScriptedClient.connect(server.imapPort())) {
      imap.expect("* OK");
      imap.line("a LOGIN " + NOBODY + " " + WRONG_PASSWORD).readTagged("a");
    }
    assertThat(telemetry.awaitSpan("imap.command.login")).hasStatusUnset().hasNoEvents();
    assertFailed("imap", NOBODY, "user_not_found");
    telemetry.awaitMetrics(this::noneIsOpen);
    assertThat(run().secrets().and(WRONG_PASSWORD).foundIn(telemetry.requests())).isEmpty();
  }

  private void assertFailed(String protocol, String user, String reason) {
    telemetry.awaitSpan(protocol + ".auth.validate");
    assertThat(only(protocol + ".auth.validate"))
        .hasStatusUnset()
        .hasNoEvents()
        .hasAttribute(protocol + ".auth.user", user)
        .hasAttribute(protocol + ".auth.success", false)
        .hasAttribute(protocol + ".auth.failure_reason", reason);
    telemetry.awaitMetrics(() -> telemetry.sum(protocol + ".auth.failures") == 1);
    assertThat(telemetry.sum(protocol + ".auth.results", Map.of("result", reason))).isEqualTo(1);
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
        () -> noneIsOpen() && PROTOCOLS.stream().allMatch(protocol -> closed(protocol) == 1));
  }

  private boolean noneIsOpen() {
    return PROTOCOLS.stream()
        .allMatch(protocol -> telemetry.standing(SmokeRun.gauge(protocol)) == 0);
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
