// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import io.mailscope.auth.Attempts;
import io.mailscope.auth.Sasl;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailServer;
import io.mailscope.testing.server.GreenMailVersions;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** {@code greenmail.auth.disabled}: any password will do, and who is unknown is made. */
class AuthDisabledIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void everyoneSucceeds(String version) throws ReflectiveOperationException {
    try (GreenMailServer server = RunningGreenMails.start(version)) {
      Users.of(server)
          .getClass()
          .getMethod("setAuthRequired", boolean.class)
          .invoke(Users.of(server), false);
      try (ScriptedClient smtp = Greeted.smtp(server);
          ScriptedClient pop3 = Greeted.pop3(server);
          ScriptedClient imap = Greeted.imap(server)) {
        smtp.line("AUTH PLAIN " + Sasl.plain("nobody", "any")).expect("235");
        pop3.line("USER someone").expect("+OK");
        pop3.line("PASS any").expect("+OK");
        imap.line("a LOGIN alice wrong").expect("a OK");
        Attempts.smtp(telemetry).succeeded("auth", "PLAIN", "nobody");
        Attempts.pop3(telemetry).succeeded("pass", "USERPASS", "someone");
        Attempts.imap(telemetry).succeeded("login", "LOGIN", "alice");
      }
    }
  }
}
