// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import io.mailscope.auth.Attempts;
import io.mailscope.auth.Sasl;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailServer;
import org.junit.jupiter.api.extension.RegisterExtension;

/** AUTH LOGIN over SMTP: two challenges. */
class SmtpLoginIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  private final Attempts attempts = Attempts.smtp(telemetry);

  @OnEveryGreenMail
  void bothAnswersAreOneAttempt(GreenMailServer server) {
    try (ScriptedClient client = Greeted.smtp(server)) {
      login(client, "alice", "s3cret").expect("235");
      attempts.succeeded("auth", "LOGIN", "alice");
    }
  }

  @OnEveryGreenMail
  void aWrongPasswordIsAnInvalidKey(GreenMailServer server) {
    try (ScriptedClient client = Greeted.smtp(server)) {
      login(client, "alice", "wrong").expect("535");
      attempts.failed("auth", "LOGIN", "alice", "invalid_key");
    }
  }

  @OnEveryGreenMail
  void anUnknownUserIsNotFound(GreenMailServer server) {
    try (ScriptedClient client = Greeted.smtp(server)) {
      login(client, "mallory", "s3cret").expect("535");
      attempts.failed("auth", "LOGIN", "mallory", "user_not_found");
    }
  }

  @OnEveryGreenMail
  void anInitialResponseIsNotWhatGreenMailTakes(GreenMailServer server) {
    try (ScriptedClient client = Greeted.smtp(server)) {
      client.line("AUTH LOGIN " + Sasl.base64("alice")).expect("500");
      attempts.refused("auth", "LOGIN", "malformed");
    }
  }

  @OnEveryGreenMail
  void tooManyWordsAreNoAttempt(GreenMailServer server) {
    try (ScriptedClient client = Greeted.smtp(server)) {
      client.line("AUTH LOGIN " + Sasl.base64("alice") + " " + Sasl.base64("s3cret")).expect("500");
      attempts.none("auth");
    }
  }

  private static ScriptedClient login(ScriptedClient client, String user, String password) {
    client.line("AUTH LOGIN").expect("334");
    client.line(Sasl.base64(user)).expect("334");
    return client.line(Sasl.base64(password));
  }
}
