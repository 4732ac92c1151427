// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import io.mailscope.auth.Attempts;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailServer;
import org.junit.jupiter.api.extension.RegisterExtension;

/** LOGIN over IMAP (RFC 9051 section 6.2.3). */
class ImapLoginIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  private final Attempts attempts = Attempts.imap(telemetry);

  @OnEveryGreenMail
  void atomsAreOneAttempt(GreenMailServer server) {
    try (ScriptedClient client = Greeted.imap(server)) {
      client.line("a LOGIN alice s3cret").expect("a OK");
      attempts.succeeded("login", "LOGIN", "alice");
    }
  }

  @OnEveryGreenMail
  void quotedStringsAreOneAttempt(GreenMailServer server) {
    try (ScriptedClient client = Greeted.imap(server)) {
      client.line("a login \"ALICE\" \"wrong\"").expect("a NO");
      attempts.failed("login", "LOGIN", "alice", "invalid_key");
    }
  }

  @OnEveryGreenMail
  void literalsAreOneAttempt(GreenMailServer server) {
    try (ScriptedClient client = Greeted.imap(server)) {
      client.line("a LOGIN {5}").expect("+");
      client.line("alice {6+}").send("s3cret\r\n").expect("a OK");
      attempts.succeeded("login", "LOGIN", "alice");
    }
  }

  @OnEveryGreenMail
  void anUnknownUserIsNotFound(GreenMailServer server) {
    try (ScriptedClient client = Greeted.imap(server)) {
      client.line("a LOGIN mallory s3cret").expect("a NO");
      attempts.failed("login", "LOGIN", "mallory", "user_not_found");
    }
  }

  @OnEveryGreenMail
  void whatCanNotBeReadIsNoAttempt(GreenMailServer server) {
    for (String arguments : new String[] {"", " alice", " alice s3cret more", " ali(ce s3cret"}) {
      try (ScriptedClient client = Greeted.imap(server)) {
        telemetry.reset();
        client.line("a LOGIN" + arguments).expect("a BAD");
        attempts.none("login");
      }
    }
  }

  @OnEveryGreenMail
  void whoIsAuthenticatedAlreadyMakesNoAttempt(GreenMailServer server) {
    try (ScriptedClient client = Greeted.imap(server)) {
      client.line("a LOGIN alice s3cret").expect("a OK");
      telemetry.awaitSpan("imap.command.login");
      telemetry.reset();
      client.line("b LOGIN alice s3cret").expect("b NO");
      attempts.none("login");
    }
  }
}
