// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailProcess;
import io.mailscope.testing.server.GreenMailVersions;
import io.mailscope.testing.server.JavaProcess;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who configures nothing sees everything on the console. */
class ConsoleSmokeTest {

  @Test
  void spansAndMetricsAreOnTheConsole() {
    try (GreenMailProcess server =
        GreenMailProcess.start(GreenMailVersions.NEWEST, Shipped.launch())) {
      try (ScriptedClient pop3 = ScriptedClient.connect(server.pop3Port())) {
        pop3.expect("+OK");
        pop3.line("NOOP").expect("+OK");
        pop3.line("QUIT").expect("+OK");
      }
      server.process().awaitOutput(line -> line.contains("'pop3.command.noop'"));
      server.process().awaitOutput(line -> line.contains("name=pop3.commands,"));
      assertThat(server.process().output(ConsoleSmokeTest::isComplaint)).isEmpty();
    }
  }

  @Test
  void jarTellsItsVersions() {
    try (JavaProcess jar =
        JavaProcess.start(List.of("-jar", Shipped.agent().toString()), Map.of())) {
      assertThat(jar.awaitEnd()).isZero();
      assertThat(String.join("\n", jar.output())).contains(Shipped.version()).contains("2.31.1");
    }
  }

  private static boolean isComplaint(String line) {
    return line.contains(" WARN") || line.contains(" ERROR") || line.contains("Exception");
  }
}
