// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.Await;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.otlp.OtlpHttpReceiver;
import io.mailscope.testing.server.JamesProcess;
import io.mailscope.testing.server.Launch;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A James that is asked to end amid its work gives away what it has seen until then. */
class JamesShutdownSmokeTest {

  private static final int NEVER_MILLIS = 3_600_000;
  private static final int SIGTERM = 128 + 15;
  private static final int MANY = 100_000;

  @Test
  void everyCommandAnsweredUntilThenIsExported() throws Exception {
    try (OtlpHttpReceiver telemetry = OtlpHttpReceiver.start();
        JamesProcess james =
            JamesProcess.start(
                Launch.withAgent(Shipped.agent())
                    .environment("OTEL_EXPORTER_OTLP_ENDPOINT", telemetry.endpoint())
                    .property("otel.bsp.schedule.delay", NEVER_MILLIS)
                    .property("otel.bsp.max.queue.size", MANY)
                    .property("otel.bsp.max.export.batch.size", MANY)
                    .property("otel.metric.export.interval", NEVER_MILLIS))) {
      AtomicInteger answered = new AtomicInteger();
      Future<?> client = CompletableFuture.runAsync(() -> talkToTheEnd(james.pop3Port(), answered));
      Await.until(() -> answered.get() > 10 || client.isDone(), () -> "an answered command");
      assertThat(telemetry.requests()).isEmpty();

      int until = answered.get();
      int exit = james.process().stop();
      client.get();

      assertThat(exit).as(james.process().describe()).isEqualTo(SIGTERM);
      // James goes on for seconds, in which nobody listens to the agent any more. And the client
      // has its answer before the span has its end.
      assertThat(telemetry.spans("pop3.command.noop"))
          .hasSizeBetween(until - 1, answered.get() + 1);
      assertThat(telemetry.sum("pop3.commands", Map.of("command", "NOOP")))
          .isBetween(until - 1L, answered.get() + 1L);
    }
  }

  /** Counts how many commands are answered until the server goes away. */
  private static void talkToTheEnd(int port, AtomicInteger answered) {
    try (ScriptedClient client = ScriptedClient.connect(port)) {
      client.expect("+OK");
      client.line("USER " + JamesProcess.USER).expect("+OK");
      client.line("PASS " + JamesProcess.PASSWORD).expect("+OK");
      while (client.line("NOOP").readLine() != null) {
        answered.incrementAndGet();
      }
    } catch (UncheckedIOException e) {
      // The server reset the connection.
    }
  }
}
