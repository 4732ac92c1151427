// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.greenmail;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.server.GreenMailServer;
import io.mailscope.testing.server.GreenMailVersions;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Hooks are counted when the server starts, before anybody connects. */
class GreenMailSmtpSelfCheckIT {

  /** As many lines of the hooks' table as have a method on any one version. */
  private static final int HOOKS = 9;

  private static final Map<String, String> APPLIED =
      Map.of("module", "mail-smtp-greenmail", "state", "applied");
  private static final Map<String, String> MISSING =
      Map.of("module", "mail-smtp-greenmail", "state", "missing");

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void hooksAreCountedOncePerClassLoader(String version) {
    long before = telemetry.standing("mail.agent.hooks", APPLIED);
    try (GreenMailServer first = GreenMailServer.start(version);
        GreenMailServer second = GreenMailServer.start(version)) {
      assertThat(first.classLoader()).isNotSameAs(second.classLoader());
      telemetry.await(() -> telemetry.standing("mail.agent.hooks", APPLIED) >= before + 2 * HOOKS);
      assertThat(telemetry.standing("mail.agent.hooks", APPLIED)).isEqualTo(before + 2 * HOOKS);
      assertThat(telemetry.standing("mail.agent.hooks", MISSING)).isZero();
    }
  }
}
