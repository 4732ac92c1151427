// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import io.mailscope.testing.Secrets;
import io.mailscope.testing.otlp.OtlpHttpReceiver;
import io.mailscope.testing.server.JamesProcess;
import io.mailscope.testing.server.JamesVersions;
import io.mailscope.testing.server.Launch;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Whatever a client sends to James by SMTP or POP3, it answers byte for byte as without the agent,
 * and nothing of it gets out.
 */
class JamesHostileInputSmokeTest {

  // Ids of connections, and times of day.
  private static final HostileInput INPUT =
      new HostileInput(
          HostileScripts.forJames(),
          false,
          Pattern.compile("<[0-9a-f.-]+@[^>]*>|\\w{3}, \\d+ \\w+ \\d+ [\\d:]+ .*"));

  @ParameterizedTest
  @ArgumentsSource(JamesVersions.class)
  void changesNothingAndTellsNothing(String version) {
    Map<String, List<String>> plain;
    try (JamesProcess server = JamesProcess.start(version, Launch.plain())) {
      plain = INPUT.transcripts(server);
    }
    try (OtlpHttpReceiver telemetry = OtlpHttpReceiver.start();
        JamesProcess server = JamesProcess.start(version, Shipped.launch(telemetry))) {
      INPUT.assertSame(plain, INPUT.transcripts(server));
      INPUT.assertNothingTold(telemetry, Secrets.of(JamesProcess.USER, JamesProcess.PASSWORD));
    }
  }
}
