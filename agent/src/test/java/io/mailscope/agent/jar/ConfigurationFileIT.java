// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.jar;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.agent.support.AgentProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The built agent under {@code otel.config.file}. */
class ConfigurationFileIT {

  private static final String SECRET = "-Dgreenmail.users=alice:sekret";
  private static final String CONSOLE =
      """
      file_format: "1.1"
      resource:
        detection/development:
          detectors:
            - process:
      tracer_provider:
        processors:
          - simple:
              exporter:
                console:
      meter_provider:
        readers:
          - periodic:
              exporter:
                console:
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"2.31.1", "2.33.1"})
  void resourceIsCompleted(String version) throws Exception {
    try (AgentProcess java = AgentProcess.extension(version, SECRET, file(CONSOLE))) {
      List<String> output = java.output();
      assertThat(output)
          .contains("hello")
          .anyMatch(line -> line.contains("LoggingSpanExporter"))
          .anyMatch(
              line ->
                  line.contains("telemetry.distro.name=\"mailscope\"")
                      && line.contains("process.pid="))
          .noneMatch(line -> line.contains("sekret") || line.contains("thread.name"));
      assertThat(AgentStartIT.ours(output))
          .singleElement()
          .asString()
          .endsWith("follows the configuration file");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.31.1", "2.33.1"})
  void familySwitchReachesEveryModule(String version) throws Exception {
    String profile =
        "file_format: '1.1'\n"
            + "distribution: {javaagent: {instrumentation: {default_enabled: false,"
            + " enabled: [mail], disabled: [mail_pop3, mail_auth]}}}\n";
    try (AgentProcess java =
        AgentProcess.extension(version, "-Dotel.javaagent.debug=true", file(profile))) {
      List<String> modules = AgentStartIT.mailModules(java.output());
      assertThat(modules)
          .anyMatch(line -> line.contains("mail-smtp-greenmail") && line.endsWith("helper classes"))
          .allMatch(
              line ->
                  line.endsWith("is disabled")
                      == (line.contains("mail-pop3") || line.contains("mail-auth")));
    }
  }

  @Test
  void wrongValueAndPropertyBesideTheFileAreOneLineEach() throws Exception {
    String wrong =
        CONSOLE + "instrumentation/development: {java: {mail: {disabled_events: [nope.*]}}}\n";
    try (AgentProcess java =
        AgentProcess.greeter(file(wrong), "-Dotel.instrumentation.mail.capture-user=none")) {
      List<String> output = java.output();
      assertThat(output).contains("hello");
      assertThat(AgentStartIT.ours(output))
          .filteredOn(line -> line.contains(" WARN "))
          .hasSize(2)
          .anyMatch(line -> line.contains("disabled_events=nope.* is not understood"))
          .anyMatch(line -> line.contains("capture-user has no effect beside otel.config.file"));
    }
  }

  private String file(String yaml) throws IOException {
    return "-Dotel.config.file=" + Files.writeString(folder.resolve("otel.yaml"), yaml);
  }
}
