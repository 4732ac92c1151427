// SPDX-License-Identifier: Apache-2.0
package io.mailscope.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.otlp.OtlpReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the agent exported while a suite ran, judged after the JVM has ended: a silent agent lets
 * all tests pass as well.
 */
record SuiteTelemetry(Suite suite, OtlpReceiver telemetry) {

  private static final Map<String, String> CONNECTIONS =
      Map.of(
          "smtp", "smtp.connections.active",
          "pop3", "pop3.sessions.active",
          "imap", "imap.sessions.active");

  /** Fails unless every command was seen, once, and nothing is left open. */
  void isComplete() throws IOException {
    Map<String, Long> commands = commands();
    Path file = Path.of(System.getProperty("mailscope.suites"), suite.name(), "commands.txt");
    Files.write(file, commands.entrySet().stream().map(Object::toString).toList());
    assertThat(commands)
        .as("commands, as in %s", file)
        .isEqualTo(ExpectedCommands.of(suite, commands));
    CONNECTIONS.forEach(this::isCountedAsShown);
  }

  private void isCountedAsShown(String protocol, String connections) {
    assertThat(telemetry.sum(protocol + ".commands"))
        .as("%s.commands", protocol)
        .isEqualTo(spans(protocol + ".command.").size());
    assertThat(telemetry.sum(protocol + ".auth.attempts"))
        .as("%s.auth.attempts", protocol)
        .isEqualTo(spans(protocol + ".auth.validate").size())
        .isEqualTo(telemetry.sum(protocol + ".auth.results"));
    if (suite.waitsForItsServers()) {
      assertThat(telemetry.standing(connections)).as(connections).isZero();
    }
  }

  private Map<String, Long> commands() {
    return telemetry.spans().stream()
        .map(ExportedSpan::name)
        .filter(name -> name.contains(".command."))
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
  }

  private List<ExportedSpan> spans(String prefix) {
    return telemetry.spans().stream().filter(span -> span.name().startsWith(prefix)).toList();
  }
}
