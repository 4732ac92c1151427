// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import io.mailscope.auth.Attempts;
import io.mailscope.auth.Sasl;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailServer;
import org.junit.jupiter.api.extension.RegisterExtension;

/** AUTH XOAUTH2 over SMTP: since GreenMail 2.1.3, and only with an initial response. */
class SmtpXoauth2IT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  private final Attempts attempts = Attempts.smtp(telemetry);

  @OnEveryGreenMail
  void theRightTokenIsASuccess(GreenMailServer server) {
    try (ScriptedClient client = Greeted.smtp(server)) {
      client.line("AUTH XOAUTH2 " + Sasl.xoauth2("alice", "s3cret"));
      if (RunningGreenMails.hasXoauth2(server)) {
        client.expect("235");
        attempts.succeeded("auth", "XOAUTH2", "alice");
      } else {
        client.expect("500");
        attempts.refused("auth", "XOAUTH2", "mechanism_unsupported");
      }
    }
  }

  @OnEveryGreenMail
  void theWrongTokenIsAnInvalidKey(GreenMailServer server) {
    try (ScriptedClient client = Greeted.smtp(server)) {
      client.line("AUTH XOAUTH2 " + Sasl.xoauth2("alice", "wrong"));
      if (RunningGreenMails.hasXoauth2(server)) {
        client.expect("535");
        attempts.failed("auth", "XOAUTH2", "alice", "invalid_key");
      } else {
        client.expect("500");
        attempts.refused("auth", "XOAUTH2", "mechanism_unsupported");
      }
    }
  }

  @OnEveryGreenMail
  void withoutATokenThereIsNoAttemptWhereTheMechanismIsKnown(GreenMailServer server) {
    try (ScriptedClient client = Greeted.smtp(server)) {
      client.line("AUTH XOAUTH2").expect("500");
      if (RunningGreenMails.hasXoauth2(server)) {
        attempts.none("auth");
      } else {
        attempts.refused("auth", "XOAUTH2", "mechanism_unsupported");
      }
    }
  }
}
