// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.settings;

/** A kind of telemetry, each with its own exporter, endpoint and protocol. */
enum Signal {
  TRACES("traces", "spans"),
  METRICS("metrics", "metrics"),
  LOGS("logs", "logs");

  static final String ENDPOINT = "otel.exporter.otlp.endpoint";
  static final String PROTOCOL = "otel.exporter.otlp.protocol";

  private final String key;
  private final String words;

  Signal(String key, String words) {
    this.key = key;
    this.words = words;
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

  /** What it carries, for people. */
  String words() {
    return words;
  }
}
