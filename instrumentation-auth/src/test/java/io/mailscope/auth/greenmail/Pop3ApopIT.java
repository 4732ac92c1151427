// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import io.mailscope.auth.Attempts;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailServer;
import org.junit.jupiter.api.extension.RegisterExtension;

/** APOP (RFC 1939 section 7), which no GreenMail offers. */
class Pop3ApopIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  private final Attempts attempts = Attempts.pop3(telemetry);

  @OnEveryGreenMail
  void aDigestIsRefused(GreenMailServer server) {
    try (ScriptedClient client = Greeted.pop3(server)) {
      client.line("APOP alice c4c9334bac560ecc979e58001b3e22fb").expect("-ERR");
      attempts.refused("apop", "APOP", "mechanism_unsupported");
    }
  }

  @OnEveryGreenMail
  void theArgumentsAreNotLookedAt(GreenMailServer server) {
    try (ScriptedClient client = Greeted.pop3(server)) {
      client.line("APOP").expect("-ERR");
      attempts.refused("apop", "APOP", "mechanism_unsupported");
    }
  }

  @OnEveryGreenMail
  void whoIsAuthenticatedAlreadyMakesNoAttempt(GreenMailServer server) {
    try (ScriptedClient client = Greeted.pop3(server)) {
      client.line("USER alice").expect("+OK");
      client.line("PASS s3cret").expect("+OK");
      telemetry.awaitSpan("pop3.command.pass");
      telemetry.reset();
      client.line("APOP alice c4c9334bac560ecc979e58001b3e22fb").expect("-ERR");
      attempts.none("apop");
    }
  }
}
