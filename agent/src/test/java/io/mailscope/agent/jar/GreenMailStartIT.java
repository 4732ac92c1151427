// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.jar;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.agent.support.AgentProcess;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who a stock GreenMail says it is. */
class GreenMailStartIT {

  @ParameterizedTest
  @ValueSource(strings = {"1.5.14", "1.6.15", "2.0.1", "2.1.13"})
  void serviceIsTheServer(String version) throws Exception {
    try (AgentProcess greenMail =
        AgentProcess.jar(
            AgentProcess.server("greenmail-standalone-" + version + ".jar"),
            "-Dotel.metric.export.interval=300",
            "-Dgreenmail.hostname=127.0.0.1",
            "-Dgreenmail.smtp.port=0",
            "-Dgreenmail.users=alice:sekret@example.org")) {
      String metric = greenMail.await(line -> line.contains("service.name="));
      assertThat(metric)
          .contains("service.name=\"greenmail\"", "service.version=\"" + version + "\"")
          .doesNotContain("sekret");
    }
  }
}
