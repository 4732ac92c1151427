// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.greenmail;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.server.GreenMailServer;
import io.mailscope.testing.server.GreenMailVersions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Hooks are counted when the server starts, before anybody connects. */
class GreenMailSmtpSelfCheckIT {

  private static final Map<String, String> APPLIED =
      Map.of("module", "mail-smtp-greenmail", "state", "applied");
  private static final Map<String, String> MISSING =
      Map.of("module", "mail-smtp-greenmail", "state", "missing");

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void hooksAreCountedOncePerClassLoader(String version) throws Exception {
    telemetry.await(GreenMailSmtpSelfCheckIT::noCheckIsUnderWay); // of an earlier test's server
    long before = applied();
    try (GreenMailServer first = GreenMailServer.startApart(version)) {
      telemetry.await(() -> applied() > before);
      long hooks = applied() - before;
      assertThat(hooks).isBetween(2L, hooksOfTheTable());

      try (GreenMailServer second = GreenMailServer.startApart(version)) {
        assertThat(second.classLoader()).isNotSameAs(first.classLoader());
        telemetry.await(() -> applied() > before + hooks);
        assertThat(applied()).isEqualTo(before + 2 * hooks);
      }
      assertThat(telemetry.standing("mail.agent.hooks", MISSING)).isZero();
    }
  }

  private static boolean noCheckIsUnderWay() {
    return Thread.getAllStackTraces().keySet().stream()
        .noneMatch(thread -> thread.getName().equals("mailscope-self-check"));
  }

  private static long applied() {
    return telemetry.standing("mail.agent.hooks", APPLIED);
  }

  /** All of them, alternatives for other versions too. */
  private long hooksOfTheTable() throws IOException {
    try (InputStream table = getClass().getResourceAsStream("/hooks/mail-smtp-greenmail.txt")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith(" "))
          .count();
    }
  }
}
