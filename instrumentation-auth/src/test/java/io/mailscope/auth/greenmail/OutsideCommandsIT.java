// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.auth.Attempts;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.server.GreenMailServer;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Checks that no mail client asked for. */
class OutsideCommandsIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @OnEveryGreenMail
  void makeNoAttempt(GreenMailServer server) throws ReflectiveOperationException {
    Object users = Users.of(server);
    Object accepted =
        users
            .getClass()
            .getMethod("test", String.class, String.class)
            .invoke(users, "alice", "s3cret");

    assertThat(accepted).isEqualTo(true);
    assertThat(telemetry.spans()).isEmpty();
    Attempts.smtp(telemetry).counts(0, 0, Map.of(), 0);
    Attempts.imap(telemetry).counts(0, 0, Map.of(), 0);
  }
}
