// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import java.util.Map;

/** How the one connection of a test ended. */
public final class Ends {

  private Ends() {}

  /** Once, with that reason, and the gauge is back where it was. */
  public static void with(AgentTelemetry telemetry, String reason) {
    telemetry.await(() -> telemetry.sum("pop3.connections.closed") > 0);
    assertThat(telemetry.sum("pop3.connections.closed", Map.of("reason", reason)))
        .as("closed with %s: %s", reason, telemetry.points("pop3.connections.closed", Map.of()))
        .isEqualTo(1);
    assertThat(telemetry.sum("pop3.connections.closed")).isEqualTo(1);
    telemetry.await(() -> telemetry.standing("pop3.sessions.active") == 0);
  }
}
