// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import io.mailscope.auth.Attempts;
import io.mailscope.auth.Sasl;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailServer;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Mechanisms that GreenMail does not have, by their names and by words that are none. */
class UnsupportedMechanismIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @OnEveryGreenMail
  void onSmtp(GreenMailServer server) {
    Attempts attempts = Attempts.smtp(telemetry);
    try (ScriptedClient client = Greeted.smtp(server)) {
      client.line("AUTH CRAM-MD5").expect("500");
      attempts.refused("auth", "CRAM-MD5", "mechanism_unsupported");
      telemetry.reset();
      client.line("AUTH oauthbearer " + Sasl.base64("n,a=alice,\u0001")).expect("500");
      attempts.refused("auth", "OAUTHBEARER", "mechanism_unsupported");
      telemetry.reset();
      client.line("AUTH s3cret").expect("500");
      attempts.refused("auth", "_OTHER", "mechanism_unsupported");
    }
  }

  @OnEveryGreenMail
  void onPop3(GreenMailServer server) {
    Attempts attempts = Attempts.pop3(telemetry);
    try (ScriptedClient client = Greeted.pop3(server)) {
      client.line("AUTH LOGIN").expect("-ERR");
      attempts.refused("auth", "LOGIN", "mechanism_unsupported");
      telemetry.reset();
      client.line("AUTH EXTERNAL =").expect("-ERR");
      attempts.refused("auth", "EXTERNAL", "mechanism_unsupported");
      telemetry.reset();
      client.line("AUTH APOP s3cret and more").expect("-ERR");
      attempts.refused("auth", "_OTHER", "mechanism_unsupported");
    }
  }

  @OnEveryGreenMail
  void onImap(GreenMailServer server) {
    Attempts attempts = Attempts.imap(telemetry);
    try (ScriptedClient client = Greeted.imap(server)) {
      client.line("a AUTHENTICATE PLAIN").expect("a NO");
      attempts.refused("authenticate", "PLAIN", "mechanism_unsupported");
      telemetry.reset();
      client.line("b AUTHENTICATE PLAIN " + Sasl.plain("alice", "s3cret")).expect("b BAD");
      attempts.refused("authenticate", "PLAIN", "mechanism_unsupported");
      telemetry.reset();
      client.line("c AUTHENTICATE \"s3cret\"").expect("c NO");
      attempts.refused("authenticate", "_OTHER", "mechanism_unsupported");
    }
  }
}
