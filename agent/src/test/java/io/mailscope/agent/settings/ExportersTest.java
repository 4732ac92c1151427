// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.agent.support.StartedSdk;
import org.junit.jupiter.api.Test;

class ExportersTest {

  private static final String ENDPOINT = "http://127.0.0.1:4318";

  @Test
  void consoleWhereNothingIsSet() {
    try (StartedSdk sdk = StartedSdk.with()) {
      assertThat(sdk.exporters())
          .anyMatch(e -> e.contains("LoggingSpanExporter"))
          .anyMatch(e -> e.contains("LoggingMetricExporter"))
          .noneMatch(e -> e.contains("LogRecord"))
          .noneMatch(e -> e.contains("Otlp"));
      assertThat(sdk.lines().infos())
          .singleElement()
          .asString()
          .contains("spans go to console, metrics to console", "otel.exporter.otlp.endpoint");
      assertThat(sdk.lines().warnings()).isEmpty();
    }
  }

  @Test
  void otlpWhereAnEndpointIsSetButNotForLogs() {
    try (StartedSdk sdk = StartedSdk.with("otel.exporter.otlp.endpoint", ENDPOINT)) {
      assertThat(sdk.exporters())
          .anyMatch(e -> e.contains("OtlpHttpSpanExporter") && e.contains(ENDPOINT + "/v1/traces"))
          .anyMatch(e -> e.contains("OtlpHttpMetricExporter"))
          .noneMatch(e -> e.contains("LogRecord"));
    }
  }

  @Test
  void signalsEndpointCountsForThatSignalOnly() {
    try (StartedSdk sdk =
        StartedSdk.with("otel.exporter.otlp.metrics.endpoint", ENDPOINT + "/v1/metrics")) {
      assertThat(sdk.exporters())
          .anyMatch(e -> e.contains("LoggingSpanExporter"))
          .anyMatch(e -> e.contains("OtlpHttpMetricExporter"));
    }
  }

  @Test
  void operatorsExporterWins() {
    try (StartedSdk sdk =
        StartedSdk.with(
            "otel.exporter.otlp.endpoint", ENDPOINT,
            "otel.traces.exporter", "none",
            "otel.metrics.exporter", "console",
            "otel.logs.exporter", "otlp")) {
      assertThat(sdk.exporters())
          .noneMatch(e -> e.contains("Span"))
          .anyMatch(e -> e.contains("LoggingMetricExporter"))
          .anyMatch(e -> e.contains("OtlpHttpLogRecordExporter"));
      assertThat(sdk.lines().warnings()).isEmpty();
    }
  }

  @Test
  void blankCountsAsNotSet() {
    try (StartedSdk sdk =
        StartedSdk.with("otel.exporter.otlp.endpoint", "", "otel.traces.exporter", " ")) {
      assertThat(sdk.exporters()).anyMatch(e -> e.contains("LoggingSpanExporter"));
      assertThat(sdk.lines().warnings()).isEmpty();
    }
  }

  @Test
  void unknownExporterIsOneLineAndTheDefault() {
    try (StartedSdk sdk = StartedSdk.with("otel.traces.exporter", "jaegr")) {
      assertThat(sdk.exporters()).anyMatch(e -> e.contains("LoggingSpanExporter"));
      assertThat(sdk.lines().warnings())
          .singleElement()
          .asString()
          .startsWith("otel.traces.exporter=jaegr is not understood: it accepts ")
          .contains("console", "none", "otlp", "telemetry goes to console");
    }
  }

  @Test
  void whatIsKnownOfAListIsKept() {
    try (StartedSdk sdk =
        StartedSdk.with("otel.metrics.exporter", "none,otlp,otlp,nosuch,console")) {
      assertThat(sdk.config().getString("otel.metrics.exporter")).isEqualTo("otlp,console");
      assertThat(sdk.lines().warnings())
          .singleElement()
          .asString()
          .startsWith("otel.metrics.exporter=none,otlp,otlp,nosuch,console is not understood");
    }
  }

  @Test
  void unusableEndpointIsOneLineWithoutItsValue() {
    for (String wrong :
        new String[] {
          "collector:4317",
          "ftp://collector:4318",
          "http://a b",
          "http://",
          "http://h:99999",
          "http://otel_collector:4318",
          "http://u:pw@h:1/?q=1"
        }) {
      try (StartedSdk sdk = StartedSdk.with("otel.exporter.otlp.endpoint", wrong)) {
        assertThat(sdk.exporters()).anyMatch(e -> e.contains("LoggingSpanExporter"));
        assertThat(sdk.lines().warnings())
            .singleElement()
            .asString()
            .startsWith("otel.exporter.otlp.endpoint is not understood: it accepts a URL")
            .doesNotContain("pw");
      }
    }
  }
}
