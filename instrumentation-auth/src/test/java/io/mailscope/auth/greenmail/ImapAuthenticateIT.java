// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import io.mailscope.auth.Attempts;
import io.mailscope.auth.Sasl;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailServer;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * AUTHENTICATE over IMAP (RFC 9051 section 6.2.2): XOAUTH2 in the newest GreenMail, else nothing.
 */
class ImapAuthenticateIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  private final Attempts attempts = Attempts.imap(telemetry);

  @OnEveryGreenMail
  void theRightTokenIsASuccess(GreenMailServer server) {
    try (ScriptedClient client = Greeted.imap(server)) {
      client.line("a AUTHENTICATE XOAUTH2 " + Sasl.xoauth2("alice", "s3cret"));
      if (RunningGreenMails.hasXoauth2(server)) {
        client.expect("a OK");
        attempts.succeeded("authenticate", "XOAUTH2", "alice");
      } else {
        client.expect("a BAD");
        attempts.refused("authenticate", "XOAUTH2", "mechanism_unsupported");
      }
    }
  }

  @OnEveryGreenMail
  void theWrongTokenIsAnInvalidKey(GreenMailServer server) {
    try (ScriptedClient client = Greeted.imap(server)) {
      client.line("a authenticate xoauth2 " + Sasl.xoauth2("alice", "wrong"));
      if (RunningGreenMails.hasXoauth2(server)) {
        client.expect("a NO");
        attempts.failed("authenticate", "XOAUTH2", "alice", "invalid_key");
      } else {
        client.expect("a BAD");
        attempts.refused("authenticate", "XOAUTH2", "mechanism_unsupported");
      }
    }
  }

  @OnGreenMailWithXoauth2
  void anUnknownUserIsNotFound(GreenMailServer server) {
    try (ScriptedClient client = Greeted.imap(server)) {
      client.line("a AUTHENTICATE XOAUTH2 " + Sasl.xoauth2("mallory", "s3cret")).expect("a NO");
      attempts.failed("authenticate", "XOAUTH2", "mallory", "user_not_found");
    }
  }

  @OnEveryGreenMail
  void withoutATokenThereIsNoAttemptWhereTheMechanismIsKnown(GreenMailServer server) {
    try (ScriptedClient client = Greeted.imap(server)) {
      client.line("a AUTHENTICATE XOAUTH2");
      if (RunningGreenMails.hasXoauth2(server)) {
        client.expect("a BAD");
        attempts.none("authenticate");
      } else {
        client.expect("a NO");
        attempts.refused("authenticate", "XOAUTH2", "mechanism_unsupported");
      }
    }
  }

  @OnEveryGreenMail
  void withoutAMechanismThereIsNoAttempt(GreenMailServer server) {
    try (ScriptedClient client = Greeted.imap(server)) {
      client.line("a AUTHENTICATE").expect("a BAD");
      attempts.none("authenticate");
    }
  }

  @OnEveryGreenMail
  void whoIsAuthenticatedAlreadyMakesNoAttempt(GreenMailServer server) {
    try (ScriptedClient client = Greeted.imap(server)) {
      client.line("a LOGIN alice s3cret").expect("a OK");
      telemetry.awaitSpan("imap.command.login");
      telemetry.reset();
      client.line("b AUTHENTICATE PLAIN").expect("b NO");
      attempts.none("authenticate");
    }
  }
}
