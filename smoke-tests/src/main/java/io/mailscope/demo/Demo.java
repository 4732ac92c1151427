// SPDX-License-Identifier: Apache-2.0
package io.mailscope.demo;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The main program of {@code ./demo}. */
final class Demo {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final DemoSettings settings;
  private final Screen screen;

  private Demo(DemoSettings settings, Screen screen) {
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
      screen.step("Starting an unmodified GreenMail " + GreenMail.VERSION + " with the agent");
      try (DemoServer server = DemoServer.start(settings, collector)) {
        ServerPorts ports = server.ports();
        screen.step("GreenMail is up: " + ports);
        play(new Scenario(ports));
        screen.step("Waiting for the agent's report");
        Optional<String> missing = Expectations.awaitMissing(collector);

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

        Guide guide = new Guide(screen, settings);
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

  private void play(Scenario scenario) {
    screen.step("SMTP: alice sends a mail to bob");
    scenario.sendMail();
    screen.step("POP3: bob retrieves it");
    scenario.retrieveByPop3();
    screen.step("IMAP: bob fetches it");
    scenario.fetchByImap();
    screen.step("POP3: bob mistypes his password");
    scenario.loginWithWrongPassword();
    screen.step("IMAP: mallory, whom the server does not know, tries to log in");
    scenario.loginAsStranger();
  }

  private void follow(Collector collector, DemoServer server, SpanReport spans) {
    while (!screen.isGone()) {
      if (collector.await(BETWEEN_LOOKS, () -> !collector.spans().isEmpty())) {
        spans.print(collector.takeSpans());
      } else if (!server.process().isAlive()) {
        throw new DemoFailure("GreenMail has ended by itself; see " + settings.log());
      }
    }
  }
}
