// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.agent.support.FreePort;
import io.mailscope.agent.support.StartedSdk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PrometheusListenerTest {

  private static final String EXPORTER = "otel.metrics.exporter";

  @Test
  void listensOnLoopbackByDefaultBesideOtlp() throws IOException {
    try (StartedSdk sdk =
        StartedSdk.with(
            EXPORTER,
            "otlp,prometheus",
            PrometheusListener.PORT,
            Integer.toString(FreePort.find()))) {
      assertThat(sdk.exporters())
          .anyMatch(e -> e.contains("PrometheusHttpServer") && e.contains("127.0.0.1"))
          .anyMatch(e -> e.contains("OtlpHttpMetricExporter"));
      assertThat(sdk.lines().warnings()).isEmpty();
    }
  }

  @Test
  void operatorsHostWins() throws IOException {
    try (StartedSdk sdk =
        StartedSdk.with(
            EXPORTER,
            "prometheus",
            PrometheusListener.HOST,
            "0.0.0.0",
            PrometheusListener.PORT,
            Integer.toString(FreePort.find()))) {
      assertThat(sdk.exporters())
          .anyMatch(e -> e.contains("PrometheusHttpServer") && e.contains("0.0.0.0"));
    }
  }

  @Test
  void takenPortCostsThePullEndpointOnly() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        StartedSdk sdk =
            StartedSdk.with(
                EXPORTER,
                "console,prometheus",
                PrometheusListener.PORT,
                Integer.toString(other.getLocalPort()))) {
      assertThat(sdk.config().getString(EXPORTER)).isEqualTo("console");
      assertThat(sdk.lines().warnings())
          .singleElement()
          .asString()
          .contains(PrometheusListener.HOST, PrometheusListener.PORT, "cannot listen there");
    }
  }

  @Test
  void wrongHostOrPortIsOneLine() {
    try (StartedSdk sdk =
        StartedSdk.with(EXPORTER, "prometheus", PrometheusListener.HOST, "no such host")) {
      assertThat(sdk.config().getString(EXPORTER)).isEqualTo("none");
      assertThat(sdk.lines().warnings())
          .singleElement()
          .asString()
          .startsWith("otel.exporter.prometheus.host=no such host");
    }
    try (StartedSdk sdk =
        StartedSdk.with(EXPORTER, "prometheus", PrometheusListener.PORT, "99999")) {
      assertThat(sdk.lines().warnings())
          .singleElement()
          .asString()
          .startsWith("otel.exporter.prometheus.port=99999 is not understood");
    }
  }
}
