// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import static io.mailscope.testing.SpanAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.auth.Attempts;
import io.mailscope.auth.Sasl;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailServer;
import io.mailscope.testing.server.GreenMailVersions;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * An application's own authenticator, which knows nothing of the agent and uses OpenTelemetry's API
 * on the span that it finds as the current one.
 */
class OwnAuthenticatorIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  private GreenMailServer server;

  @BeforeEach
  void start() {
    server = RunningGreenMails.start(GreenMailVersions.NEWEST);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whatItAddsIsKept() {
    authenticator(
        token -> {
          Span.current().setAttribute("smtp.auth.cache_hit", true);
          Span.current().setAttribute("smtp.auth.key_name", "backup");
          return true;
        });
    smtp("235");

    Attempts.smtp(telemetry)
        .one(
            "auth",
            "PLAIN",
            "success",
            Map.of("user", "alice", "success", true, "cache_hit", true, "key_name", "backup"));
  }

  @Test
  void itsReasonIsNotOverwritten() {
    authenticator(
        token -> {
          Span.current().setAttribute("imap.auth.failure_reason", "missing_scope");
          return false;
        });
    imap();

    Attempts.imap(telemetry).failed("login", "LOGIN", "alice", "missing_scope");
  }

  @Test
  void aReasonThatIsOnNoListCountsAsOther() {
    authenticator(
        token -> {
          Span.current().setAttribute("pop3.auth.failure_reason", "key_expired");
          return false;
        });
    pop3();

    Attempts.pop3(telemetry)
        .one(
            "pass",
            "USERPASS",
            "other",
            Map.of("user", "alice", "success", false, "failure_reason", "key_expired"));
  }

  @Test
  void itsLimitLeavesNoRoomForAReason() {
    authenticator(
        token -> {
          Span.current().setAttribute("smtp.auth.rate_limited", true);
          return false;
        });
    smtp("535");

    Attempts.smtp(telemetry)
        .one(
            "auth",
            "PLAIN",
            "rate_limited",
            Map.of("user", "alice", "success", false, "rate_limited", true));
  }

  @Test
  void itsOwnSpansAreChildrenOfTheAttempt() {
    authenticator(
        token -> {
          GlobalOpenTelemetry.getTracer("directory").spanBuilder("lookup").startSpan().end();
          return true;
        });
    imap();

    ExportedSpan attempt = Attempts.imap(telemetry).succeeded("login", "LOGIN", "alice");
    assertThat(telemetry.awaitSpan("lookup")).hasParent(attempt);
  }

  @Test
  void whatItSaysOfItsTroubleIsLeftOut() {
    authenticator(
        token -> {
          String says = "directory is down, token " + token;
          Span.current().setStatus(StatusCode.ERROR, says);
          Span.current().setAttribute("exception.message", says);
          Span.current().setAttribute("exception.stacktrace", says);
          return false;
        });
    pop3();

    telemetry.awaitSpan("pop3.command.pass");
    assertThat(telemetry.awaitSpan("pop3.auth.validate"))
        .hasStatusError()
        .hasNoAttribute("exception.message")
        .hasNoAttribute("exception.stacktrace")
        .hasNoEvents();
    assertThat(telemetry.spans().toString()).doesNotContain("directory is down");
  }

  @Test
  void itsFailureIsTheServersAndSaysNothingOfTheToken() {
    authenticator(
        token -> {
          throw new IllegalStateException("directory is down, token " + token);
        });
    pop3();

    ExportedSpan attempt =
        Attempts.pop3(telemetry)
            .oneWith(
                "pass",
                "USERPASS",
                "server_error",
                Map.of("user", "alice", "success", false, "failure_reason", "server_error"),
                Map.of("exception.type", "java.lang.IllegalStateException"));
    ExportedSpan pass = telemetry.awaitSpan("pop3.command.pass");
    assertThat(attempt).hasParent(pass);
    assertThat(pass)
        .hasStatusError()
        .hasAttribute("error.type", "java.lang.IllegalStateException")
        .hasNoEvents();
    assertThat(telemetry.spans().toString()).doesNotContain("directory is down");
  }

  private void authenticator(Predicate<String> validator) {
    OwnAuthenticator.install(server, "alice", validator);
  }

  private void smtp(String reply) {
    try (ScriptedClient client = Greeted.smtp(server)) {
      client.line("AUTH PLAIN " + Sasl.plain("alice", "t0ken")).expect(reply);
    }
  }

  private void pop3() {
    try (ScriptedClient client = Greeted.pop3(server)) {
      client.line("USER alice").expect("+OK");
      client.line("PASS t0ken").readLine();
    }
  }

  private void imap() {
    try (ScriptedClient client = Greeted.imap(server)) {
      client.line("a LOGIN alice t0ken").readLine();
    }
  }
}
