// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import io.mailscope.smoke.container.CollectorContainer;
import io.mailscope.smoke.container.MailContainer;
import io.mailscope.testing.Await;
import io.mailscope.testing.otlp.OtlpReceiver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Servers of all products in one network, and what becomes of them: they start without a collector,
 * get one, lose it, get another, and are ended; then others start that can write nothing. Each step
 * is taken once, by all of them at the same time.
 */
final class Fleet implements AutoCloseable {

  /** How far it has come. */
  enum Step {
    STARTED,
    SEEN,
    SEEN_AGAIN,
    ENDED,
    WITHOUT_ANYTHING_WRITABLE
  }

  /** A second GreenMail, by gRPC, which exports nothing before it ends. */
  static final String SECOND = "mail-b";

  /** The command that they are told after all else, as a span. */
  static final String LAST = "smtp.command.rset";

  /** Some times what the agent keeps of spans that it can't export. */
  static final int COMMANDS = 10_000;

  /** What a server is told before the outage: NOOP, QUIT. */
  static final int BEFORE = 2;

  /** All that it is told: those, the many NOOPs and a QUIT, and RSET and QUIT at last. */
  static final int ALL = BEFORE + COMMANDS + 1 + 2;

  private static final String NEVER_MILLIS = "3600000";

  /** The JVM remembers for half a minute where the last collector was. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final FleetHarbour harbour;
  private final Map<FleetServer, MailContainer> servers = new ConcurrentHashMap<>();
  private final Map<FleetServer, MailContainer> bare = new ConcurrentHashMap<>();
  private MailContainer second;
  private CollectorContainer collector;
  private OtlpReceiver before;
  private OtlpReceiver after;
  private Step step;
  private Throwable failure;

  Fleet(Path directory) {
    harbour = new FleetHarbour(directory);
  }

  /** Goes as far as this, unless it is there; what failed once is not tried again. */
  void reach(Step wanted) {
    if (failure != null) {
      throw new IllegalStateException("The fleet is lost", failure);
    }
    try {
      while (step == null || step.compareTo(wanted) < 0) {
        Step next = Step.values()[step == null ? 0 : step.ordinal() + 1];
        take(next);
        step = next;
      }
    } catch (RuntimeException | AssertionError e) {
      failure = e;
      throw e;
    }
  }

  private void take(Step next) {
    switch (next) {
      case STARTED -> start();
      case SEEN -> meetCollector();
      case SEEN_AGAIN -> outliveCollector();
      case ENDED -> end();
      case WITHOUT_ANYTHING_WRITABLE -> startWithoutAnythingWritable();
    }
  }

  /** Nobody listens to them yet. */
  private void start() {
    List<CompletableFuture<Void>> starting = new ArrayList<>();
    for (FleetServer server : FleetServer.values()) {
      Map<String, String> settings =
          server == FleetServer.GREENMAIL
              ? Map.of()
              : Map.of(
                  "OTEL_SERVICE_NAME", server.service(), "OTEL_BSP_SCHEDULE_DELAY", NEVER_MILLIS);
      starting.add(AtOnce.start(() -> servers.put(server, harbour.start(server, settings, true))));
    }
    second =
        harbour.start(
            FleetServer.GREENMAIL,
            Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                CollectorContainer.GRPC,
                "OTEL_SERVICE_NAME",
                SECOND,
                "OTEL_BSP_SCHEDULE_DELAY",
                NEVER_MILLIS,
                "OTEL_METRIC_EXPORT_INTERVAL",
                NEVER_MILLIS),
            true);
    starting.forEach(CompletableFuture::join);
  }

  private void meetCollector() {
    servers.values().forEach(server -> SmtpTalk.to(server, "NOOP", 1));
    SmtpTalk.to(second, "RSET", 1);
    before = startCollector();
    awaitCommands(before, BEFORE);
  }

  private void outliveCollector() {
    collector.close();
    AtOnce.each(servers.values(), server -> SmtpTalk.to(server, "NOOP", COMMANDS));
    after = startCollector();
    servers.values().forEach(server -> SmtpTalk.to(server, "RSET", 1));
    awaitCommands(after, ALL);
  }

  private OtlpReceiver startCollector() {
    collector = harbour.startCollector();
    return collector.receiver();
  }

  private void awaitCommands(OtlpReceiver telemetry, long count) {
    for (FleetServer server : FleetServer.values()) {
      ExportedBy exported = new ExportedBy(telemetry, server.service());
      Await.until(
          PATIENCE,
          () -> exported.sum("smtp.commands") == count,
          () -> server + ": " + exported.sum("smtp.commands") + " commands instead of " + count);
    }
  }

  /** What they have not sent by then is sent. */
  private void end() {
    AtOnce.each(all(), MailContainer::stop);
    awaitLastSpan(SECOND);
    for (FleetServer server : FleetServer.values()) {
      awaitLastSpan(server.service());
    }
  }

  private void awaitLastSpan(String service) {
    ExportedBy exported = after(service);
    exported.await(() -> !exported.spans(LAST).isEmpty());
  }

  /** With what the documentation says to set where this is so. */
  private void startWithoutAnythingWritable() {
    Map<String, String> settings =
        Map.of("OTEL_RESOURCE_DISABLED_KEYS", "process.command_args,process.command_line");
    AtOnce.each(
        List.of(FleetServer.values()),
        server -> {
          Map<String, String> all = new HashMap<>(settings);
          all.put("OTEL_SERVICE_NAME", bare(server));
          bare.put(server, harbour.start(server, all, false));
        });
  }

  /** The name of a server that can write nothing. */
  static String bare(FleetServer server) {
    return "bare-" + server.service();
  }

  /** What one of them sent to the collector that it met first. */
  ExportedBy before(String service) {
    return new ExportedBy(before, service);
  }

  /** What one of them sent to the collector that came after that. */
  ExportedBy after(String service) {
    return new ExportedBy(after, service);
  }

  /** All that was sent to the collector that came last. */
  OtlpReceiver telemetry() {
    return after;
  }

  /** One that can write to a temporary directory. */
  MailContainer server(FleetServer server) {
    return servers.get(server);
  }

  /** One that can write nothing. */
  MailContainer bareServer(FleetServer server) {
    return bare.get(server);
  }

  private List<MailContainer> all() {
    return Stream.concat(servers.values().stream(), Stream.of(second)).toList();
  }

  @Override
  public void close() {
    harbour.close();
  }
}
