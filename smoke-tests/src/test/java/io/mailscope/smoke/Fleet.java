// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import io.mailscope.smoke.container.CollectorContainer;
import io.mailscope.smoke.container.MailContainer;
import io.mailscope.testing.Await;
import io.mailscope.testing.otlp.OtlpReceiver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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

  /** The command that they are told after all else, as a span. */
  static final String LAST = "smtp.command.helo";

  private static final String LAST_COMMAND = "HELO client.test";

  /** Some times what the agent keeps of spans that it can't export. */
  static final int COMMANDS = 10_000;

  /** What a server is told before the outage: NOOP, QUIT. */
  static final int BEFORE = 2;

  /** What it is told until the next collector comes: those, and the many NOOPs and a QUIT. */
  static final int DURING = BEFORE + COMMANDS + 1;

  /** More than a batch of spans, and less than the agent keeps. */
  private static final int BATCH = 600;

  /** The JVM remembers for half a minute where the last collector was. */
  static final Duration PATIENCE = Duration.ofSeconds(90);

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
      Map<String, String> settings = FleetSettings.of(server);
      starting.add(AtOnce.start(() -> servers.put(server, harbour.start(server, settings, true))));
    }
    second = harbour.start(FleetServer.GREENMAIL, FleetSettings.ofSecond(), true);
    starting.forEach(CompletableFuture::join);
  }

  private void meetCollector() {
    servers.values().forEach(server -> SmtpTalk.to(server, "NOOP", 1));
    SmtpTalk.to(second, LAST_COMMAND, 1);
    before = startCollector();
    awaitCommands(before, BEFORE);
  }

  private void outliveCollector() {
    collector.close();
    AtOnce.each(servers.values(), server -> SmtpTalk.to(server, "NOOP", COMMANDS));
    after = startCollector();
    awaitCommands(after, DURING);
    AtOnce.each(List.of(FleetServer.values()), this::awaitSpans);
    servers.values().forEach(server -> SmtpTalk.to(server, LAST_COMMAND, 1));
  }

  /** Until some come there may be no room for more, and what is said meanwhile is lost. */
  private void awaitSpans(FleetServer server) {
    ExportedBy exported = after(server.service());
    Await.until(
        PATIENCE,
        () -> {
          SmtpTalk.to(servers.get(server), "RSET", BATCH);
          return !exported.spans("smtp.command.rset").isEmpty();
        },
        () -> server + ": spans after the outage");
    // What the agent kept goes out in its order, so with one that is new there is room again.
    long now = System.currentTimeMillis();
    Await.until(
        PATIENCE,
        () -> {
          SmtpTalk.to(servers.get(server), "RSET", 1);
          return exported.spans("smtp.command.rset").stream()
              .anyMatch(span -> span.startEpochNanos() / 1_000_000 > now);
        },
        () -> server + ": room for spans after the outage");
  }

  private OtlpReceiver startCollector() {
    collector = harbour.startCollector();
    return collector.receiver();
  }

  private static void awaitCommands(OtlpReceiver telemetry, long count) {
    for (FleetServer server : FleetServer.values()) {
      new ExportedBy(telemetry, server.service()).awaitCommands(count, PATIENCE);
    }
  }

  /** What they have not sent by then is sent. */
  private void end() {
    AtOnce.each(all(), MailContainer::stop);
    awaitLast(FleetSettings.SECOND);
    for (FleetServer server : FleetServer.values()) {
      awaitLast(server.service());
    }
  }

  private void awaitLast(String service) {
    ExportedBy exported = after(service);
    Await.until(PATIENCE, () -> !exported.spans(LAST).isEmpty(), () -> service + ": " + LAST);
  }

  /** As the documentation says where this is so. */
  private void startWithoutAnythingWritable() {
    AtOnce.each(
        List.of(FleetServer.values()),
        server -> bare.put(server, harbour.start(server, FleetSettings.ofBare(server), false)));
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
