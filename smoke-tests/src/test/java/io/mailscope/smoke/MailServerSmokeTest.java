// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.client.ScriptedClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What the agent shows of any mail server that speaks SMTP, POP3 and IMAP, as its users see it. The
 * server's one user and an empty inbox are all that is asked of it.
 */
abstract class MailServerSmokeTest extends SmtpServerSmokeTest {

  private static final String NOBODY = "cheshire";

  /** The protocols that the agent sees. */
  static final List<String> PROTOCOLS = List.of("smtp", "pop3", "imap");

  MailServerSmokeTest(Deployment deployment) {
    super(deployment);
  }

  @Override
  final List<String> protocols() {
    return PROTOCOLS;
  }

  @Override
  final void read() throws Exception {
    Mail.awaitDelivery(server.pop3Port(), run().user(), run().password());
    telemetry.awaitSpan("pop3.command.quit");
    quiet();
    retrieve();
    fetch();
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
        .containsSubsequence("capability", "login", "examine", "fetch", "close", "logout");
    CommandSpans.of(telemetry, "imap").areHarmlessRootsOfOneSession();
    assertThat(only("imap.mailbox.select"))
        .hasParent(only("imap.command.examine"))
        .hasAttribute("imap.mailbox", "INBOX")
        .hasAttribute("imap.read_only", true)
        .hasAttribute("imap.message_count", 1L);
    assertLoggedIn("imap", "imap.command.login");
    assertQuit("imap");
    assertThat(telemetry.sum("imap.messages.retrieved")).isEqualTo(1);
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
    telemetry.awaitMetrics(
        () ->
            telemetry.sum(protocol + ".auth.failures") == 1
                && telemetry.sum(protocol + ".auth.results", Map.of("result", reason)) == 1);
  }
}
