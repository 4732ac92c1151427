// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.agent.support.StartedSdk;
import org.junit.jupiter.api.Test;

class OtlpProtocolsTest {

  private static final String ENDPOINT = "otel.exporter.otlp.endpoint";
  private static final String PROTOCOL = "otel.exporter.otlp.protocol";

  @Test
  void grpcOnPort4317WithOneLine() {
    try (StartedSdk sdk = StartedSdk.with(ENDPOINT, "http://127.0.0.1:4317")) {
      assertThat(sdk.exporters())
          .anyMatch(e -> e.contains("OtlpGrpcSpanExporter") && e.contains("127.0.0.1:4317"))
          .anyMatch(e -> e.contains("OtlpGrpcMetricExporter"));
      assertThat(sdk.lines().infos())
          .filteredOn(line -> line.startsWith("OTLP is sent over grpc"))
          .hasSize(1);
    }
  }

  @Test
  void httpElsewhere() {
    for (String endpoint :
        new String[] {
          "http://127.0.0.1:4318", "https://collector.example", "http://h:4317/v1/traces"
        }) {
      try (StartedSdk sdk = StartedSdk.with(ENDPOINT, endpoint)) {
        assertThat(sdk.exporters()).anyMatch(e -> e.contains("OtlpHttpSpanExporter"));
        assertThat(sdk.lines().infos()).noneMatch(line -> line.contains("grpc"));
      }
    }
  }

  @Test
  void eachSignalGoesByItsOwnEndpoint() {
    try (StartedSdk sdk =
        StartedSdk.with(
            ENDPOINT,
            "http://127.0.0.1:4317",
            "otel.exporter.otlp.metrics.endpoint",
            "http://127.0.0.1:4318/v1/metrics")) {
      assertThat(sdk.exporters())
          .anyMatch(e -> e.contains("OtlpGrpcSpanExporter"))
          .anyMatch(e -> e.contains("OtlpHttpMetricExporter"));
    }
  }

  @Test
  void operatorsProtocolWins() {
    try (StartedSdk sdk =
        StartedSdk.with(ENDPOINT, "http://127.0.0.1:4317", PROTOCOL, "http/protobuf")) {
      assertThat(sdk.exporters()).anyMatch(e -> e.contains("OtlpHttpSpanExporter"));
    }
    try (StartedSdk sdk =
        StartedSdk.with(
            ENDPOINT, "http://127.0.0.1:4318", "otel.exporter.otlp.traces.protocol", "grpc")) {
      assertThat(sdk.exporters())
          .anyMatch(e -> e.contains("OtlpGrpcSpanExporter"))
          .anyMatch(e -> e.contains("OtlpHttpMetricExporter"));
    }
  }

  @Test
  void unknownProtocolIsOneLineAndFoundByThePort() {
    try (StartedSdk sdk =
        StartedSdk.with(ENDPOINT, "http://127.0.0.1:4318", PROTOCOL, "http/json")) {
      assertThat(sdk.exporters()).anyMatch(e -> e.contains("OtlpHttpSpanExporter"));
      assertThat(sdk.lines().warnings())
          .containsExactly(
              "otel.exporter.otlp.protocol=http/json is not understood: it accepts grpc,"
                  + " http/protobuf; it is found by the endpoint's port");
    }
  }

  @Test
  void pathIsLeftOutForGrpc() {
    try (StartedSdk sdk =
        StartedSdk.with(ENDPOINT, "http://127.0.0.1:4317/v1/traces", PROTOCOL, "grpc")) {
      assertThat(sdk.exporters())
          .anyMatch(e -> e.contains("OtlpGrpcSpanExporter") && !e.contains("/v1/traces"));
      assertThat(sdk.lines().warnings())
          .singleElement()
          .asString()
          .contains(ENDPOINT, "the path is left out");
    }
  }
}
