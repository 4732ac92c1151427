// SPDX-License-Identifier: Apache-2.0
package io.mailscope.demo;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The main program of {@code ./demo}. */
final class Demo {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final Product product;
  private final DemoSettings settings;
  private final Screen screen;

  private Demo(DemoSettings settings, Screen screen) {
    this.product = Product.named(settings.server());
    this.settings = settings;
    this.screen = screen;
  }

  public static void main(String[] args) {
    DemoSettings settings = DemoSettings.fromSystemProperties();
    Screen screen = new Screen(System.out, settings.started(), settings.colour());
    // Ctrl-C in a terminal ends the server too, which is no failure then.
    AtomicBoolean ending = new AtomicBoolean();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> ending.set(true), "note the end"));
    int status = 0;
    try {
      new Demo(settings, screen).run();
    } catch (DemoFailure | UncheckedIOException e) {
      if (!ending.get()) {
        System.err.println("demo: " + e.getMessage());
      }
      status = 1;
    }
    System.exit(status);
  }

  private void run() {
    try (Collector collector = new Collector()) {
      screen.step(
          "Starting an unmodified " + product.name() + " " + product.version() + " with the agent");
      try (DemoServer server = DemoServer.start(product, settings, collector)) {
        ServerPorts ports = server.ports();
        screen.step(product.name() + " is up: " + ports);
        for (Step step : product.steps(ports)) {
          screen.step(step.text());
          step.action().run();
        }
        screen.step("Waiting for the agent's report");
        Optional<String> missing = product.expectations().awaitMissing(collector);

        SpanReport spans = new SpanReport(screen);
        screen.title(
            "What the agent saw: every command, how long it took, what the server replied");
        spans.print(collector.takeSpans());
        screen.title("What it counted (meters)");
        new MeterReport(screen, collector).print();
        if (missing.isPresent()) {
          throw new DemoFailure(
              missing.get() + "; what the server and the agent wrote is in " + settings.log());
        }

        Guide guide = new Guide(screen, settings, product);
        if (settings.once()) {
          guide.whereToLook();
        } else {
          guide.whereToLook(ports);
          guide.tryIt(ports);
          follow(collector, server, spans);
        }
      }
    }
  }

  private void follow(Collector collector, DemoServer server, SpanReport spans) {
    while (!screen.isGone()) {
      if (collector.await(BETWEEN_LOOKS, () -> !collector.spans().isEmpty())) {
        spans.print(collector.takeSpans());
      } else if (!server.process().isAlive()) {
        throw new DemoFailure(product.name() + " has ended by itself; see " + settings.log());
      }
    }
  }
}
