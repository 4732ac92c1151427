// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import static io.mailscope.testing.SpanAssert.assertThat;

import io.mailscope.auth.Attempts;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailServer;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Checks that GreenMail itself fails at. */
class ServerFailureIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  private static final String NPE = "java.lang.NullPointerException";

  private final Attempts attempts = Attempts.pop3(telemetry);

  @OnEveryGreenMail
  void aUserWithoutPassword(GreenMailServer server) {
    server.setUser("erin@example.test", "erin", null);
    try (ScriptedClient client = Greeted.pop3(server)) {
      client.line("USER erin").expect("+OK");
      client.line("PASS s3cret").expect("-ERR");
    }
    if (RunningGreenMails.hasXoauth2(server)) {
      attempts.failed("pass", "USERPASS", "erin", "invalid_key");
      return;
    }
    attempts.oneWith(
        "pass",
        "USERPASS",
        "server_error",
        Map.of("user", "erin", "success", false, "failure_reason", "server_error"),
        Map.of("exception.type", NPE));
    assertThat(telemetry.awaitSpan("pop3.command.pass"))
        .hasStatusError()
        .hasAttribute("error.type", NPE)
        .hasNoAttribute("exception.message")
        .hasNoEvents();
  }
}
