// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.settings;

import java.util.Locale;

/**
 * Every setting that mailscope has or gives a default to, declared once.
 *
 * <p>All are ordinary properties of the agent: {@code -Dname=value} or the environment variable.
 * The table of {@code docs/settings.md} is checked against these constants.
 */
public enum Setting {
  TRACES_EXPORTER(
      "otel.traces.exporter",
      "found",
      "`otlp`, `console`, `logging-otlp`, `none`, …",
      "where spans go: `otlp` if an endpoint is set, else `console`"),
  METRICS_EXPORTER(
      "otel.metrics.exporter",
      "found",
      "`otlp`, `console`, `prometheus`, `logging-otlp`, `none`, …; several: `otlp,prometheus`",
      "where metrics go: `otlp` if an endpoint is set, else `console`"),
  LOGS_EXPORTER(
      "otel.logs.exporter",
      "none",
      "`otlp`, `console`, `logging-otlp`, `none`, …",
      "where the server's own log lines go; at DEBUG mail servers log passwords"),
  OTLP_PROTOCOL(
      "otel.exporter.otlp.protocol",
      "found",
      "`grpc`, `http/protobuf`",
      "`grpc` where the endpoint's port is 4317, else `http/protobuf`"),
  PROMETHEUS_HOST(
      "otel.exporter.prometheus.host",
      "127.0.0.1",
      "an address of this host",
      "where `prometheus` listens; in a container set `0.0.0.0`"),
  SERVICE_NAME(
      "otel.service.name",
      "found",
      "any text",
      "the server's kind (`greenmail`, `james`, …) where it is recognised"),
  CAPTURE_USER(
      "otel.instrumentation.mail.capture-user",
      "clear",
      "`clear`, `hash`, `domain`, `none`",
      "what is recorded of users, addresses, mailboxes and message ids"),
  CAPTURE_USER_KEY(
      "otel.instrumentation.mail.capture-user-key",
      "random",
      "any text; 16 characters or more resist guessing",
      "key of `hash`; set it to correlate across nodes and restarts"),
  CLIENT_FAULTS_AS_ERRORS(
      "otel.instrumentation.mail.client-faults-as-errors",
      "false",
      "`true`, `false`",
      "whether a client's fault (wrong password, bad syntax) sets a span's status to ERROR"),
  DISABLED_EVENTS(
      "otel.instrumentation.mail.disabled-events",
      "",
      "names of spans and meters, or prefixes ending in `*`, with commas",
      "spans and meters that are not made"),
  KEEP_COMMAND_LINE(
      "otel.instrumentation.mail.keep-command-line",
      "false",
      "`true`, `false`",
      "whether the resource keeps the server's command line, which may hold passwords"),
  MAILET_SPANS(
      "otel.instrumentation.mail.mailet-spans",
      "slow",
      "`slow`, `all`, `none`",
      "which mailets and matchers have a span",
      Status.RESERVED),
  MAILET_THRESHOLD(
      "otel.instrumentation.mail.mailet-threshold",
      "5ms",
      "a duration: `5ms`, `2s`",
      "from when on a mailet is slow",
      Status.RESERVED),
  QUEUE_CONTEXT(
      "otel.instrumentation.mail.queue-context",
      "true",
      "`true`, `false`",
      "whether the trace goes on through the server's mail queue",
      Status.RESERVED),
  PROPAGATE(
      "otel.instrumentation.mail.propagate",
      "none",
      "`none`, `header`",
      "whether the trace goes on across mail servers",
      Status.RESERVED),
  TRUSTED_NETWORKS(
      "otel.instrumentation.mail.trusted-networks",
      "",
      "networks in CIDR form, with commas",
      "peers whose trace header is believed",
      Status.RESERVED),
  MODULE_ENABLED(
      "otel.instrumentation.<name>.enabled",
      "true",
      "`true`, `false`",
      "whether a module is on; the most specific name that is set wins");

  /** How far a setting can be relied on. */
  public enum Status {
    /** Works, and will go on to. */
    STABLE,
    /** The name and values are settled, nothing reads it yet. */
    RESERVED
  }

  private static final String BOOLEAN = "`true`, `false`";

  private final String property;
  private final String defaultValue;
  private final String accepts;
  private final String meaning;
  private final Status status;

  Setting(String property, String defaultValue, String accepts, String meaning) {
    this(property, defaultValue, accepts, meaning, Status.STABLE);
  }

  Setting(String property, String defaultValue, String accepts, String meaning, Status status) {
    this.property = property;
    this.defaultValue = defaultValue;
    this.accepts = accepts;
    this.meaning = meaning;
    this.status = status;
  }

  /** The agent property, as in {@code -Dproperty=value}. */
  public String property() {
    return property;
  }

  /** The environment variable that means the same. */
  public String environmentVariable() {
    return environmentVariable(property);
  }

  /** The environment variable that stands for a property. */
  public static String environmentVariable(String property) {
    return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** The key below {@code instrumentation/development: java: mail:} in a configuration file. */
  public String yamlKey() {
    return property.substring(property.lastIndexOf('.') + 1).replace('-', '_');
  }

  /** The default as the documentation words it; empty where nothing is the default. */
  public String defaultValue() {
    return defaultValue;
  }

  /** The values that are taken, in words, with code in backticks. */
  public String accepts() {
    return accepts;
  }

  /** What the setting does, in words. */
  public String meaning() {
    return meaning;
  }

  /** How far the setting can be relied on. */
  public Status status() {
    return status;
  }

  /** Whether it is on or off; in a configuration file it can be a boolean. */
  public boolean isBoolean() {
    return accepts.equals(BOOLEAN);
  }

  /** Whether it has several values, with commas; in a configuration file it can be a list. */
  public boolean isList() {
    return this == DISABLED_EVENTS || this == TRUSTED_NETWORKS;
  }
}
