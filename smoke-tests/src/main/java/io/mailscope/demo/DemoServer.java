// SPDX-License-Identifier: Apache-2.0
package io.mailscope.demo;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The mail server under demonstration, up and watched.
 *
 * @param process its process
 * @param ports where it listens
 */
record DemoServer(ServerProcess process, ServerPorts ports) implements AutoCloseable {

  private static final int LISTENERS = 3;
  private static final int ATTEMPTS = 3;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  /**
   * Starts the server on free ports, and waits until the agent reports its three listeners: a test
   * connection would be telemetry too.
   */
  static DemoServer start(DemoSettings settings, Collector collector) {
    for (int attempt = 1; ; attempt++) {
      ServerPorts ports = ServerPorts.free();
      ServerProcess process =
          ServerProcess.start(
              GreenMail.arguments(settings, ports),
              GreenMail.environment(ports, collector.url()),
              settings.log());
      if (isUp(process, collector)) {
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
        throw new DemoFailure("GreenMail did not start: " + why + "; see " + settings.log());
      }
    }
  }

  @Override
  public void close() {
    process.close();
  }

  private static boolean isUp(ServerProcess process, Collector collector) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (process.isAlive() && !portWasTaken(process) && System.nanoTime() - end < 0) {
      if (collector.await(BETWEEN_LOOKS, () -> collector.value("mail.server.up") == LISTENERS)) {
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
