// SPDX-License-Identifier: Apache-2.0
package io.mailscope.demo;

import io.mailscope.testing.server.GreenMailVersions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a stock GreenMail is started with the agent. */
final class GreenMail {

  static final String VERSION = GreenMailVersions.NEWEST;

  private static final String USERS =
      Account.ALICE.login()
          + ":"
          + Account.PASSWORD
          + "@example.test,"
          + Account.BOB.login()
          + ":"
          + Account.PASSWORD
          + "@example.test";

  private GreenMail() {}

  /** The arguments of the java command. */
  static List<String> arguments(DemoSettings settings, ServerPorts ports) {
    Path jar = settings.server("greenmail-standalone", VERSION);
    List<String> arguments = new ArrayList<>();
    arguments.add("-javaagent:" + settings.agent());
    arguments.add("-Dgreenmail.startup.timeout=60000");
    arguments.add("-Dgreenmail.users=" + USERS);
    listen(arguments, "smtp", ports.smtp());
    listen(arguments, "pop3", ports.pop3());
    listen(arguments, "imap", ports.imap());
    arguments.add("-jar");
    arguments.add(jar.toString());
    return arguments;
  }

  /** The agent's settings: everything to the demo, soon, and what a user would see besides. */
  static Map<String, String> environment(ServerPorts ports, String endpoint) {
    return Map.of(
        "OTEL_EXPORTER_OTLP_ENDPOINT", endpoint,
        "OTEL_TRACES_EXPORTER", "otlp,console",
        "OTEL_METRICS_EXPORTER", "otlp,prometheus",
        "OTEL_EXPORTER_PROMETHEUS_PORT", String.valueOf(ports.prometheus()),
        "OTEL_BSP_SCHEDULE_DELAY", "200",
        "OTEL_METRIC_EXPORT_INTERVAL", "500");
  }

  private static void listen(List<String> arguments, String protocol, int port) {
    arguments.add("-Dgreenmail." + protocol + ".hostname=127.0.0.1");
    arguments.add("-Dgreenmail." + protocol + ".port=" + port);
  }
}
