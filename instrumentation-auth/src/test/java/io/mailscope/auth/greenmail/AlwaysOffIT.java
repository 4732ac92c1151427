// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.auth.Attempts;
import io.mailscope.auth.Sasl;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailServer;
import io.mailscope.testing.server.GreenMailVersions;
import io.opentelemetry.api.trace.Span;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** With {@code otel.traces.sampler=always_off}: no span, and the same counts. */
@Tag("always-off")
class AlwaysOffIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @OnEveryGreenMail
  void everyAttemptIsCounted(GreenMailServer server) {
    try (ScriptedClient smtp = Greeted.smtp(server);
        ScriptedClient pop3 = Greeted.pop3(server);
        ScriptedClient imap = Greeted.imap(server)) {
      smtp.line("AUTH PLAIN " + Sasl.plain("alice", "wrong")).expect("535");
      pop3.line("USER mallory").expect("-ERR");
      imap.line("a LOGIN alice s3cret").expect("a OK");
      imap.line("b NOOP").expect("b OK");
    }
    counted("smtp", "PLAIN", "invalid_key", 1);
    counted("pop3", "USERPASS", "user_not_found", 1);
    counted("imap", "LOGIN", "success", 0);
    assertThat(telemetry.spans()).isEmpty();
  }

  @Test
  void theLimitOfAnOwnAuthenticatorIsCounted() {
    try (GreenMailServer server = RunningGreenMails.start(GreenMailVersions.NEWEST)) {
      OwnAuthenticator.install(
          server,
          "alice",
          token -> {
            Span.current().setAttribute("imap.auth.rate_limited", true);
            return false;
          });
      try (ScriptedClient imap = Greeted.imap(server)) {
        imap.line("a LOGIN alice s3cret").expect("a NO");
      }
      counted("imap", "LOGIN", "rate_limited", 1);
    }
  }

  private static void counted(String protocol, String mechanism, String result, long failures) {
    telemetry.await(() -> telemetry.sum(protocol + ".auth.attempts") > 0);
    telemetry.await(() -> telemetry.sum(protocol + ".auth.results") > 0);
    new Attempts(telemetry, protocol)
        .counts(1, failures, Map.of("result", result, "mechanism", mechanism), 1);
  }
}
