// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import io.mailscope.auth.Attempts;
import io.mailscope.auth.Sasl;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailServer;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

/** AUTH PLAIN (RFC 4616) over SMTP (RFC 4954). */
class SmtpPlainIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  private final Attempts attempts = Attempts.smtp(telemetry);

  @OnEveryGreenMail
  void anInitialResponseIsOneAttempt(GreenMailServer server) {
    try (ScriptedClient client = Greeted.smtp(server)) {
      client.line("AUTH PLAIN " + Sasl.plain("alice", "s3cret")).expect("235");
      attempts.succeeded("auth", "PLAIN", "alice");
    }
  }

  @OnEveryGreenMail
  void anAnsweredChallengeIsOneAttempt(GreenMailServer server) {
    try (ScriptedClient client = Greeted.smtp(server)) {
      client.line("AUTH PLAIN").expect("334");
      client.line(Sasl.plain("alice", "s3cret")).expect("235");
      attempts.succeeded("auth", "PLAIN", "alice");
    }
  }

  @OnEveryGreenMail
  void theNameIsTheOneThatGreenMailResolved(GreenMailServer server) {
    try (ScriptedClient client = Greeted.smtp(server)) {
      client.line("auth plain " + Sasl.plain(" ALICE", "s3cret")).expect("235");
      attempts.succeeded("auth", "PLAIN", "alice");
    }
  }

  @OnEveryGreenMail
  void aWrongPasswordIsAnInvalidKey(GreenMailServer server) {
    try (ScriptedClient client = Greeted.smtp(server)) {
      client.line("AUTH PLAIN " + Sasl.plain("alice", "wrong")).expect("535");
      attempts.failed("auth", "PLAIN", "alice", "invalid_key");
    }
  }

  @OnEveryGreenMail
  void anUnknownUserIsNotFound(GreenMailServer server) {
    try (ScriptedClient client = Greeted.smtp(server)) {
      client.line("AUTH PLAIN").expect("334");
      client.line(Sasl.plain("mallory", "s3cret")).expect("535");
      attempts.failed("auth", "PLAIN", "mallory", "user_not_found");
    }
  }

  @OnEveryGreenMail
  void whoIsAuthenticatedAlreadyMakesNoAttempt(GreenMailServer server) {
    try (ScriptedClient client = Greeted.smtp(server)) {
      client.line("AUTH PLAIN " + Sasl.plain("alice", "s3cret")).expect("235");
      telemetry.awaitSpan("smtp.command.auth");
      telemetry.reset();
      client.line("AUTH PLAIN " + Sasl.plain("alice", "s3cret")).expect("503");
      attempts.none("auth");
      telemetry.reset();
      client.line("AUTH CRAM-MD5").expect("503");
      attempts.none("auth");
    }
  }

  @OnEveryGreenMail
  void withoutAMechanismThereIsNoAttempt(GreenMailServer server) {
    try (ScriptedClient client = Greeted.smtp(server)) {
      client.line("AUTH").expect("500");
      attempts.none("auth");
    }
  }

  @OnEveryGreenMail
  void everyTryOnAConnectionIsAnAttemptOfItsOwn(GreenMailServer server) {
    try (ScriptedClient client = Greeted.smtp(server)) {
      client.line("AUTH PLAIN " + Sasl.plain("alice", "wrong")).expect("535");
      client.line("AUTH PLAIN " + Sasl.plain("alice", "wrong")).expect("535");
      client.line("AUTH PLAIN " + Sasl.plain("alice", "s3cret")).expect("235");
      telemetry.await(() -> telemetry.spans("smtp.command.auth").size() == 3);
      attempts.counts(3, 2, Map.of(), 3);
    }
  }
}
