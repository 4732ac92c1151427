// SPDX-License-Identifier: Apache-2.0
package io.mailscope.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The mail server under demonstration, up and watched.
 *
 * @param process its process
 * @param ports where it listens
 */
record DemoServer(ServerProcess process, ServerPorts ports) implements AutoCloseable {

  private static final int ATTEMPTS = 3;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(180);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  /**
   * Starts the server on free ports, and waits until the agent reports all its listeners: a test
   * connection would be telemetry too.
   */
  static DemoServer start(Product product, DemoSettings settings, Collector collector) {
    for (int attempt = 1; ; attempt++) {
      ServerPorts ports = ServerPorts.free(product.ports());
      ServerProcess process =
          ServerProcess.start(
              arguments(product, settings, ports),
              environment(ports, collector.url()),
              settings.log());
      if (isUp(product, process, collector)) {
        product.prepare(ports);
        return new DemoServer(process, ports);
      }
      boolean ended = !process.isAlive();
      boolean taken = portWasTaken(process);
      process.close();
      collector.forget();
      if (!taken || attempt == ATTEMPTS) {
        String why =
            taken
                ? "its ports were taken by another program"
                : ended ? "it ended by itself" : "the agent did not report its listeners";
        throw new DemoFailure(
            product.name() + " did not start: " + why + "; see " + settings.log());
      }
    }
  }

  private static List<String> arguments(Product product, DemoSettings settings, ServerPorts ports) {
    List<String> arguments = new ArrayList<>();
    arguments.add("-javaagent:" + settings.agent());
    arguments.addAll(product.arguments(settings, ports));
    return arguments;
  }

  /** The agent's settings: everything to the demo, soon, and what a user would see besides. */
  private static Map<String, String> environment(ServerPorts ports, String endpoint) {
    return Map.of(
        "OTEL_EXPORTER_OTLP_ENDPOINT", endpoint,
        "OTEL_TRACES_EXPORTER", "otlp,console",
        "OTEL_METRICS_EXPORTER", "otlp,prometheus",
        "OTEL_EXPORTER_PROMETHEUS_PORT", String.valueOf(ports.of(Port.PROMETHEUS)),
        "OTEL_BSP_SCHEDULE_DELAY", "200",
        "OTEL_METRIC_EXPORT_INTERVAL", "500");
  }

  @Override
  public void close() {
    process.close();
  }

  private static boolean isUp(Product product, ServerProcess process, Collector collector) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (process.isAlive() && !portWasTaken(process) && System.nanoTime() - end < 0) {
      if (collector.await(
              BETWEEN_LOOKS, () -> collector.value("mail.server.up") == product.listeners())
          && product.isReady(process)) {
        return true;
      }
    }
    return false;
  }

  /** GreenMail lives on without the protocol, and the agent without its page. */
  private static boolean portWasTaken(ServerProcess process) {
    return process.hasWritten("Can not open server socket")
        || process.hasWritten("Address already in use");
  }
}
