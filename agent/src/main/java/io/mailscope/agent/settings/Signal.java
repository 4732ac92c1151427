// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.settings;

/** A kind of telemetry, each with its own exporter, endpoint and protocol. */
enum Signal {
  TRACES("traces"),
  METRICS("metrics"),
  LOGS("logs");

  static final String ENDPOINT = "otel.exporter.otlp.endpoint";
  static final String PROTOCOL = "otel.exporter.otlp.protocol";

  private final String key;

  Signal(String key) {
    this.key = key;
  }

  String exporter() {
    return "otel." + key + ".exporter";
  }

  String endpoint() {
    return "otel.exporter.otlp." + key + ".endpoint";
  }

  String protocol() {
    return "otel.exporter.otlp." + key + ".protocol";
  }
}
