// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import io.mailscope.auth.Attempts;
import io.mailscope.auth.Sasl;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailServer;
import org.junit.jupiter.api.extension.RegisterExtension;

/** AUTH over POP3 (RFC 5034): PLAIN, and XOAUTH2 since GreenMail 2.1.3. */
class Pop3AuthIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  private final Attempts attempts = Attempts.pop3(telemetry);

  @OnEveryGreenMail
  void anInitialResponseIsOneAttempt(GreenMailServer server) {
    try (ScriptedClient client = Greeted.pop3(server)) {
      client.line("AUTH PLAIN " + Sasl.plain("alice", "s3cret")).expect("+OK");
      attempts.succeeded("auth", "PLAIN", "alice");
    }
  }

  @OnEveryGreenMail
  void anAnsweredChallengeIsOneAttempt(GreenMailServer server) {
    try (ScriptedClient client = Greeted.pop3(server)) {
      client.line("AUTH PLAIN").expect("+ ");
      client.line(Sasl.plain("alice", "s3cret")).expect("+OK");
      attempts.succeeded("auth", "PLAIN", "alice");
    }
  }

  @OnEveryGreenMail
  void anEmptyInitialResponseIsAnsweredByAChallenge(GreenMailServer server) {
    try (ScriptedClient client = Greeted.pop3(server)) {
      client.line("AUTH PLAIN =").expect("+ ");
      client.line(Sasl.plain("alice", "wrong")).expect("-ERR");
      attempts.failed("auth", "PLAIN", "alice", "invalid_key");
    }
  }

  @OnEveryGreenMail
  void anUnknownUserIsNotFound(GreenMailServer server) {
    try (ScriptedClient client = Greeted.pop3(server)) {
      client.line("AUTH PLAIN " + Sasl.plain("mallory", "s3cret")).expect("-ERR");
      attempts.failed("auth", "PLAIN", "mallory", "user_not_found");
    }
  }

  @OnEveryGreenMail
  void aTokenIsChecked(GreenMailServer server) {
    try (ScriptedClient client = Greeted.pop3(server)) {
      client.line("AUTH XOAUTH2 " + Sasl.xoauth2("alice", "s3cret"));
      if (RunningGreenMails.hasXoauth2(server)) {
        client.expect("+OK");
        attempts.succeeded("auth", "XOAUTH2", "alice");
      } else {
        client.expect("-ERR");
        attempts.refused("auth", "XOAUTH2", "mechanism_unsupported");
      }
    }
  }

  @OnEveryGreenMail
  void aWrongTokenInAnAnswerIsAnInvalidKey(GreenMailServer server) {
    try (ScriptedClient client = Greeted.pop3(server)) {
      client.line("AUTH XOAUTH2");
      if (RunningGreenMails.hasXoauth2(server)) {
        client.expect("+ ");
        client.line(Sasl.xoauth2("alice", "wrong")).expect("-ERR");
        attempts.failed("auth", "XOAUTH2", "alice", "invalid_key");
      } else {
        client.expect("-ERR");
        attempts.refused("auth", "XOAUTH2", "mechanism_unsupported");
      }
    }
  }

  @OnEveryGreenMail
  void wrongSyntaxIsNoAttempt(GreenMailServer server) {
    try (ScriptedClient client = Greeted.pop3(server)) {
      client.line("AUTH").expect("-ERR");
      attempts.none("auth");
      telemetry.reset();
      client.line("AUTH PLAIN " + Sasl.plain("alice", "s3cret") + " more").expect("-ERR");
      attempts.none("auth");
    }
  }

  @OnEveryGreenMail
  void whoIsAuthenticatedAlreadyMakesNoAttempt(GreenMailServer server) {
    try (ScriptedClient client = Greeted.pop3(server)) {
      client.line("AUTH PLAIN " + Sasl.plain("alice", "s3cret")).expect("+OK");
      telemetry.awaitSpan("pop3.command.auth");
      telemetry.reset();
      client.line("AUTH PLAIN " + Sasl.plain("alice", "s3cret")).expect("-ERR");
      attempts.none("auth");
    }
  }
}
