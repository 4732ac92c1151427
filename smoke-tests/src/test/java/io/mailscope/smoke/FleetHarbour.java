// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import io.mailscope.smoke.container.CollectorContainer;
import io.mailscope.smoke.container.MailContainer;
import io.mailscope.smoke.container.ServerSoftware;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Future;

/** Where the containers of a {@link Fleet} are started, and ended at last. Thread-safe. */
final class FleetHarbour implements AutoCloseable {

  private final Contained contained = Contained.start();
  private final Map<FleetServer, ServerSoftware> software = new EnumMap<>(FleetServer.class);
  private final Map<FleetServer, Future<String>> images = new EnumMap<>(FleetServer.class);
  private final Deque<Runnable> closing = new ArrayDeque<>();

  /**
   * @param directory where files may be kept that are put into images
   */
  FleetHarbour(Path directory) {
    for (FleetServer server : FleetServer.values()) {
      ServerSoftware of = server.software(directory);
      software.put(server, of);
      images.put(
          server, MailContainer.image(of, server.deployment().javaRelease(), Shipped.agent()));
    }
  }

  /**
   * Starts a server, and waits until it greets.
   *
   * @param temporary whether it has a directory for temporary files
   */
  MailContainer start(FleetServer server, Map<String, String> settings, boolean temporary) {
    MailContainer started =
        contained.server(
            software.get(server),
            images.get(server),
            settings,
            command -> server.restrict(command, temporary));
    closeAtLast(started::close);
    return started;
  }

  CollectorContainer startCollector() {
    CollectorContainer collector = contained.collector();
    closeAtLast(collector::close);
    return collector;
  }

  private synchronized void closeAtLast(Runnable one) {
    closing.push(one);
  }

  /** The servers before the collector, and all before their network. */
  @Override
  public synchronized void close() {
    closing.forEach(Runnable::run);
    contained.close();
  }
}
