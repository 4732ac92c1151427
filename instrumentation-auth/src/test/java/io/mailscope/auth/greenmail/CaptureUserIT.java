// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import io.mailscope.auth.Attempts;
import io.mailscope.auth.Sasl;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailServer;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** With {@code capture-user=domain}: of a user only what follows the at sign is told. */
@Tag("capture-user")
class CaptureUserIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @OnEveryGreenMail
  void anAddressIsItsDomain(GreenMailServer server) {
    server.setUser("dora@example.test", "dora@example.test", "s3cret");
    try (ScriptedClient client = Greeted.imap(server)) {
      client.line("a LOGIN dora@example.test s3cret").expect("a OK");
      Attempts.imap(telemetry).succeeded("login", "LOGIN", "example.test");
    }
    try (ScriptedClient client = Greeted.pop3(server)) {
      client.line("USER mallory@example.org").expect("-ERR");
      Attempts.pop3(telemetry).failed("user", "USERPASS", "example.org", "user_not_found");
    }
  }

  @OnEveryGreenMail
  void aNameWithoutDomainIsLeftOut(GreenMailServer server) {
    try (ScriptedClient client = Greeted.smtp(server)) {
      client.line("AUTH PLAIN " + Sasl.plain("alice", "s3cret")).expect("235");
      Attempts.smtp(telemetry).one("auth", "PLAIN", "success", Map.of("success", true));
    }
  }
}
