// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import io.mailscope.testing.Secrets;
import io.mailscope.testing.otlp.OtlpHttpReceiver;
import io.mailscope.testing.server.GreenMailProcess;
import io.mailscope.testing.server.GreenMailVersions;
import io.mailscope.testing.server.Launch;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Whatever a client sends, the server answers byte for byte as without the agent, and nothing of it
 * gets out.
 */
class HostileInputSmokeTest {

  // Times of day, and what is made of them.
  private static final HostileInput INPUT =
      new HostileInput(
          HostileScripts.all(),
          true,
          Pattern.compile("(UIDVALIDITY |APPENDUID )\\d+|\\w{3} \\w{3} \\d+ [\\d:]+ \\w+ \\d+"));

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void changesNothingAndTellsNothing(String version) {
    Map<String, List<String>> plain;
    try (GreenMailProcess server = GreenMailProcess.start(version, Launch.plain())) {
      plain = INPUT.transcripts(server);
    }
    try (OtlpHttpReceiver telemetry = OtlpHttpReceiver.start();
        GreenMailProcess server = GreenMailProcess.start(version, Shipped.launch(telemetry))) {
      INPUT.assertSame(plain, INPUT.transcripts(server));
      INPUT.assertNothingTold(
          telemetry, Secrets.of(GreenMailProcess.USER, GreenMailProcess.PASSWORD));
    }
  }
}
