// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.jar;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.agent.support.AgentProcess;
import io.mailscope.agent.support.Collector;
import io.mailscope.agent.support.FreePort;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The built agent in JVMs of its own, with what an operator sets and sees. */
class AgentStartIT {

  private static final String SECRET = "-Dgreenmail.users=alice:sekret";

  @Test
  void consoleWithoutAnySetting() throws Exception {
    try (AgentProcess java = AgentProcess.greeter(SECRET)) {
      List<String> output = java.output();
      assertThat(output).contains("hello");
      assertThat(ours(output))
          .singleElement()
          .asString()
          .contains("INFO mailscope - mailscope ", "spans go to console, metrics to console");
      assertThat(output)
          .anyMatch(line -> line.contains("version: 2.31.1"))
          .anyMatch(line -> line.contains("LoggingSpanExporter") && line.contains("http.request"))
          .anyMatch(line -> line.contains("telemetry.distro.name=\"mailscope\""))
          .noneMatch(line -> line.contains("thread.name") || line.contains("sekret"));
    }
  }

  @Test
  void commandLineIsKeptOnDemand() throws Exception {
    try (AgentProcess java =
        AgentProcess.greeter(SECRET, "-Dotel.instrumentation.mail.keep-command-line=true")) {
      assertThat(java.output()).anyMatch(line -> line.contains("sekret"));
    }
  }

  @Test
  void otlpByTheEnvironment() throws Exception {
    try (Collector collector = new Collector();
        AgentProcess java =
            AgentProcess.greeter(
                Map.of(
                    "OTEL_EXPORTER_OTLP_ENDPOINT",
                    collector.endpoint(),
                    "OTEL_SERVICE_NAME",
                    "mail-in",
                    "JAVA_TOOL_OPTIONS",
                    SECRET))) {
      assertThat(ours(java.output()))
          .singleElement()
          .asString()
          .endsWith("spans go to otlp, metrics to otlp");
      for (String path : List.of("/v1/traces", "/v1/metrics")) {
        assertThat(collector.received(path))
            .contains("telemetry.distro.name", "mailscope", "mail-in")
            .doesNotContain("sekret", "thread.name");
      }
      assertThat(collector.received("/v1/logs")).isEmpty();
    }
  }

  @Test
  void pushAndPullTogether() throws Exception {
    int port = FreePort.find();
    try (Collector collector = new Collector();
        AgentProcess java =
            AgentProcess.waitingGreeter(
                SECRET,
                "-Dotel.metric.export.interval=200",
                "-Dotel.exporter.otlp.endpoint=" + collector.endpoint(),
                "-Dotel.metrics.exporter=otlp,prometheus",
                "-Dotel.exporter.prometheus.port=" + port)) {
      java.await("hello"::equals);
      HttpResponse<String> page =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(page.body())
          .contains("target_info{", "telemetry_distro_name=\"mailscope\"", "jvm_")
          .doesNotContain("sekret");
    }
  }

  @Test
  void wrongValuesAreOneLineEachAndTheProgramRuns() throws Exception {
    try (AgentProcess java =
        AgentProcess.greeter(
            "-Dotel.traces.exporter=foo",
            "-Dotel.metrics.exporter=none,bar",
            "-Dotel.logs.exporter=baz",
            "-Dotel.exporter.otlp.protocol=qux",
            "-Dotel.exporter.otlp.endpoint=localhost:4317",
            "-Dotel.instrumentation.mail.capture-user=hsah",
            "-Dotel.instrumentation.mail.client-faults-as-errors=yes",
            "-Dotel.instrumentation.mail.keep-command-line=yes",
            "-Dotel.instrumentation.mail.disabled-events=nope.*",
            "-Dotel.instrumentation.mail-smtp.enabled=yes")) {
      List<String> output = java.output();
      assertThat(output).contains("hello").noneMatch(line -> line.startsWith("\tat "));
      assertThat(ours(output))
          .filteredOn(line -> line.contains(" WARN "))
          .hasSize(10)
          .allMatch(line -> line.contains("is not understood: it accepts "));
      assertThat(java.exitStatus()).isZero();
    }
  }

  @Test
  void portOfGrpcIsFoundBehindTheAgentsOwnDefault() throws Exception {
    try (AgentProcess java =
        AgentProcess.greeter(
            "-Dotel.exporter.otlp.endpoint=http://127.0.0.1:4317",
            "-Dotel.metrics.exporter=none")) {
      assertThat(ours(java.output()))
          .filteredOn(line -> line.contains("INFO mailscope - OTLP is sent over grpc"))
          .hasSize(1);
    }
  }

  @Test
  void familySwitchReachesEveryModule() throws Exception {
    try (AgentProcess java =
        AgentProcess.greeter(
            "-Dotel.javaagent.debug=true",
            "-Dotel.instrumentation.mail.enabled=false",
            "-Dotel.metrics.exporter=none")) {
      List<String> modules = mailModules(java.output());
      assertThat(modules).isNotEmpty().allMatch(line -> line.endsWith("is disabled"));
    }
  }

  @Test
  void mailProfileLeavesOurModulesAlone() throws Exception {
    try (AgentProcess java =
        AgentProcess.greeter(
            "-Dotel.javaagent.debug=true",
            "-Dotel.instrumentation.common.default-enabled=false",
            "-Dotel.instrumentation.mail.enabled=true",
            "-Dotel.metrics.exporter=none")) {
      List<String> output = java.output();
      assertThat(mailModules(output))
          .isNotEmpty()
          .allMatch(line -> line.endsWith("helper classes"));
      assertThat(output).anyMatch(line -> line.endsWith("Instrumentation jdbc is disabled"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2.31.1", "2.33.1"})
  void extensionOnStockAgents(String version) throws Exception {
    try (AgentProcess java =
        AgentProcess.extension(version, SECRET, "-Dotel.instrumentation.mail.capture-user=hsah")) {
      List<String> output = java.output();
      assertThat(output)
          .contains("hello")
          .anyMatch(line -> line.contains("version: " + version))
          .anyMatch(line -> line.contains("telemetry.distro.name=\"mailscope\""))
          .noneMatch(line -> line.contains("thread.name") || line.contains("sekret"));
      assertThat(ours(output)).hasSize(2);
    }
  }

  static List<String> ours(List<String> output) {
    return output.stream().filter(line -> line.contains(" mailscope - ")).toList();
  }

  static List<String> mailModules(List<String> output) {
    return output.stream().filter(line -> line.contains("Instrumentation mail-")).toList();
  }
}
