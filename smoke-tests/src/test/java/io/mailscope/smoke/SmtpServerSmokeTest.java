// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static io.mailscope.testing.SpanAssert.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.otlp.OtlpReceiver;
import io.mailscope.testing.server.MailServer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;

/**
 * What the agent shows of any mail server that takes mail by SMTP, as its users see it. The
 * server's one user is all that is asked of it.
 */
@ExtendWith(ResultTable.class)
abstract class SmtpServerSmokeTest {

  static final String WRONG_PASSWORD = "qu33n-of-h3arts";

  private static SmokeRun run;

  MailServer server;
  OtlpReceiver telemetry;

  SmtpServerSmokeTest(Deployment deployment) {
    assertThat(run.server().version()).isEqualTo(deployment.version());
  }

  /** Starts what all tests of a deployment use. */
  static void start(Supplier<SmokeRun> deployment) {
    run = null; // that of the deployment before, if this one is skipped
    run = deployment.get();
  }

  @AfterParameterizedClassInvocation
  static void stopAndLookForWhatMustNotLeave() {
    if (run == null) {
      return;
    }
    try (SmokeRun finished = run) {
      finished.server().stop();
      assertThat(finished.telemetry().paths()).isNotEmpty().doesNotContain("/v1/logs");
      assertThat(finished.secrets().foundIn(finished.telemetry().requests())).isEmpty();
      assertThat(finished.server().output())
          .noneMatch(line -> line.contains("matched nothing") || line.contains("not applied"));
    }
  }

  /** The running server and where its telemetry goes. */
  static SmokeRun run() {
    return run;
  }

  /** How many ports the server listens to, of the protocols that the agent sees. */
  abstract int listeners();

  /** The protocols that the server speaks. */
  List<String> protocols() {
    return List.of("smtp");
  }

  /** Whether the server's own main class starts it, by which the agent knows it. */
  boolean startsByItself() {
    return true;
  }

  @BeforeEach
  void startFromQuiet() {
    server = run().server();
    telemetry = run().telemetry();
    quiet();
  }

  /** Waits until all connections have ended and that is told, and forgets them. */
  final void quiet() {
    telemetry.awaitExport(); // of metrics that know of all that was opened
    telemetry.awaitMetrics(this::noneIsOpen);
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
    assertThat(run().metersAtStart()).containsEntry("mail.server.up", (long) listeners());
    for (String protocol : protocols()) {
      assertThat(run().metersAtStart())
          .containsEntry(
              protocol + (protocol.equals("smtp") ? ".messages.received" : ".messages.retrieved"),
              0L)
          .containsEntry(
              protocol + (protocol.equals("smtp") ? ".bytes.received" : ".bytes.sent"), 0L)
          .containsEntry(protocol + ".auth.attempts", 0L)
          .containsEntry(protocol + ".auth.failures", 0L)
          .containsEntry(SmokeRun.gauge(protocol), 0L);
    }
  }

  @Test
  void mailIsSeenOnItsWayInAndOut() throws Exception {
    send();
    read();
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
  }

  /** What becomes of the mail, on servers that keep it. */
  void read() throws Exception {}

  final void assertQuit(String protocol) {
    telemetry.awaitMetrics(
        () -> closed(protocol) == 1 && telemetry.standing(SmokeRun.gauge(protocol)) == 0);
    telemetry.awaitExport();
    assertThat(telemetry.sum(protocol + ".connections.closed", Map.of("reason", "quit")))
        .isEqualTo(1);
  }

  final void assertLoggedIn(String protocol, String command) {
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
  void failedLoginToSendIsSeen() {
    String response = "\0" + run().user() + "\0" + WRONG_PASSWORD;
    try (ScriptedClient client = ScriptedClient.connect(server.submissionPort())) {
      client.expect("220");
      client.line("EHLO client.test").readSmtp();
      client
          .line("AUTH PLAIN " + Base64.getEncoder().encodeToString(response.getBytes(UTF_8)))
          .expect("535");
      client.line("QUIT").readToEnd();
    }
    telemetry.awaitSpan("smtp.auth.validate");
    assertThat(only("smtp.auth.validate"))
        .hasStatusUnset()
        .hasNoEvents()
        .hasAttribute("smtp.auth.user", run().user())
        .hasAttribute("smtp.auth.success", false);
    telemetry.awaitSpan("smtp.command.quit");
    telemetry.awaitMetrics(() -> telemetry.sum("smtp.auth.failures") == 1);
    telemetry.awaitMetrics(this::noneIsOpen);
    assertThat(run().secrets().and(WRONG_PASSWORD).foundIn(telemetry.requests())).isEmpty();
  }

  @Test
  void brokenConnectionsLeaveNothingOpen() {
    for (String protocol : protocols()) {
      ScriptedClient client = ScriptedClient.connect(port(protocol));
      client.readLine();
      client.send("NOO");
      client.reset();
    }
    telemetry.awaitMetrics(
        () -> noneIsOpen() && protocols().stream().allMatch(protocol -> closed(protocol) == 1));
  }

  private int port(String protocol) {
    return switch (protocol) {
      case "smtp" -> server.smtpPort();
      case "pop3" -> server.pop3Port();
      default -> server.imapPort();
    };
  }

  final boolean noneIsOpen() {
    return protocols().stream()
        .allMatch(protocol -> telemetry.standing(SmokeRun.gauge(protocol)) == 0);
  }

  private long closed(String protocol) {
    return telemetry.sum(protocol + ".connections.closed");
  }

  final ExportedSpan only(String name) {
    List<ExportedSpan> spans = telemetry.spans(name);
    assertThat(spans).as(name).hasSize(1);
    return spans.get(0);
  }
}
