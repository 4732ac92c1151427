// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import io.mailscope.auth.Attempts;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailServer;
import org.junit.jupiter.api.extension.RegisterExtension;

/** USER and PASS (RFC 1939 section 7). */
class Pop3UserPassIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  private final Attempts attempts = Attempts.pop3(telemetry);

  @OnEveryGreenMail
  void bothCommandsAreOneAttemptThatBelongsToPass(GreenMailServer server) {
    try (ScriptedClient client = Greeted.pop3(server)) {
      client.line("USER alice").expect("+OK");
      client.line("PASS s3cret").expect("+OK");
      attempts.succeeded("pass", "USERPASS", "alice");
    }
  }

  @OnEveryGreenMail
  void aKnownUserAloneIsNoAttempt(GreenMailServer server) {
    try (ScriptedClient client = Greeted.pop3(server)) {
      client.line("USER alice").expect("+OK");
      attempts.none("user");
    }
  }

  @OnEveryGreenMail
  void aWrongPasswordIsAnInvalidKey(GreenMailServer server) {
    try (ScriptedClient client = Greeted.pop3(server)) {
      client.line("USER ALICE").expect("+OK");
      client.line("PASS wrong").expect("-ERR");
      attempts.failed("pass", "USERPASS", "alice", "invalid_key");
    }
  }

  @OnEveryGreenMail
  void anUnknownUserIsAnAttemptThatBelongsToUser(GreenMailServer server) {
    try (ScriptedClient client = Greeted.pop3(server)) {
      client.line("USER mallory").expect("-ERR");
      attempts.failed("user", "USERPASS", "mallory", "user_not_found");
    }
  }

  @OnEveryGreenMail
  void anAddressThatIsNoLoginIsAnUnknownUserToo(GreenMailServer server) {
    try (ScriptedClient client = Greeted.pop3(server)) {
      client.line("USER alice@example.test").expect("-ERR");
      attempts.failed("user", "USERPASS", "alice@example.test", "user_not_found");
    }
  }

  @OnEveryGreenMail
  void passWithoutUserIsNoAttempt(GreenMailServer server) {
    try (ScriptedClient client = Greeted.pop3(server)) {
      client.line("PASS s3cret").expect("-ERR");
      attempts.none("pass");
    }
  }

  @OnEveryGreenMail
  void missingArgumentsAreNoAttempt(GreenMailServer server) {
    try (ScriptedClient client = Greeted.pop3(server)) {
      client.line("USER").expect("-ERR");
      attempts.none("user");
      client.line("USER alice").expect("+OK");
      client.line("PASS").expect("-ERR");
      attempts.none("pass");
    }
  }

  @OnEveryGreenMail
  void whoIsAuthenticatedAlreadyMakesNoAttempt(GreenMailServer server) {
    try (ScriptedClient client = Greeted.pop3(server)) {
      client.line("USER alice").expect("+OK");
      client.line("PASS s3cret").expect("+OK");
      telemetry.awaitSpan("pop3.command.pass");
      telemetry.reset();
      client.line("USER mallory").expect("-ERR");
      attempts.none("user");
      client.line("PASS wrong").expect("-ERR");
      attempts.none("pass");
    }
  }

  @OnEveryGreenMail
  void aSecondPasswordIsASecondAttempt(GreenMailServer server) {
    try (ScriptedClient client = Greeted.pop3(server)) {
      client.line("USER alice").expect("+OK");
      client.line("PASS wrong").expect("-ERR");
      telemetry.awaitSpan("pop3.command.pass");
      telemetry.reset();
      client.line("PASS s3cret").expect("+OK");
      attempts.succeeded("pass", "USERPASS", "alice");
    }
  }
}
