// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Bind;
import io.mailscope.smoke.container.CollectorContainer;
import io.mailscope.smoke.container.Docker;
import io.mailscope.smoke.container.MailContainer;
import io.mailscope.smoke.container.ServerSoftware;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.testcontainers.containers.Network;

/** A network with a collector, and mail servers in it that are set up as users are told to. */
final class Contained implements AutoCloseable {

  private final Network network = Network.newNetwork();

  private Contained() {}

  /** Skips the test where there is no Docker. */
  static Contained start() {
    Docker.assumed();
    return new Contained();
  }

  /** As Docker knows the network. */
  String networkId() {
    return network.getId();
  }

  CollectorContainer collector() {
    return CollectorContainer.start(network);
  }

  /** Exports often, by HTTP; one of many, so on a JVM that is sparing. */
  MailContainer server(ServerSoftware software, int javaRelease) {
    ServerSoftware sparing = software.sparing();
    return server(
        sparing,
        MailContainer.image(sparing, javaRelease, Shipped.agent()),
        Map.of(),
        command -> {});
  }

  /**
   * Exports often, by HTTP unless its own settings say otherwise.
   *
   * @param image made by {@link MailContainer#image}
   * @param environment settings on top
   * @param more what else is special about the container
   */
  MailContainer server(
      ServerSoftware software,
      Future<String> image,
      Map<String, String> environment,
      Consumer<CreateContainerCmd> more) {
    Map<String, String> all = new HashMap<>(MailContainer.attached());
    all.put("OTEL_EXPORTER_OTLP_ENDPOINT", CollectorContainer.HTTP);
    all.put("OTEL_BSP_SCHEDULE_DELAY", String.valueOf(Shipped.EXPORT_MILLIS));
    all.put("OTEL_METRIC_EXPORT_INTERVAL", String.valueOf(Shipped.EXPORT_MILLIS));
    all.putAll(environment);
    return MailContainer.start(software, image, network, all, more);
  }

  /**
   * As it is told and no more.
   *
   * @param environment all its settings
   * @param binds its volumes
   */
  MailContainer server(
      ServerSoftware software,
      Future<String> image,
      Map<String, String> environment,
      List<Bind> binds) {
    return MailContainer.start(
        software, image, network, environment, command -> command.getHostConfig().withBinds(binds));
  }

  /** From an image that has all its settings in it. */
  MailContainer server(ServerSoftware software, Future<String> image) {
    return MailContainer.start(software, image, network, Map.of(), command -> {});
  }

  @Override
  public void close() {
    network.close();
  }
}
