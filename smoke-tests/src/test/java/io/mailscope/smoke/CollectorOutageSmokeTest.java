// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.command.CreateContainerCmd;
import io.mailscope.smoke.container.BaseImages;
import io.mailscope.smoke.container.CollectorContainer;
import io.mailscope.smoke.container.MailContainer;
import io.mailscope.smoke.container.ServerSoftware;
import io.mailscope.testing.Await;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.otlp.OtlpReceiver;
import io.mailscope.testing.server.GreenMailVersions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A mail server does not depend on its collector: telemetry is lost, and nothing else. */
@DisplayName("GreenMail, " + GreenMailVersions.NEWEST + ", container, Java " + BaseImages.USUAL)
@ExtendWith(ResultTable.class)
class CollectorOutageSmokeTest {

  private static final long MEMORY = 256 << 20;

  /** The JVM remembers for half a minute where the last collector was. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** Ten times what the agent keeps of spans that it can't export. */
  private static final int COMMANDS = 20_000;

  private static final int AT_ONCE = 1000;
  private static final int SPANS_KEPT = 2048;
  private static final int SPANS_UNDER_WAY = 512;

  @Test
  void telemetryComesWithTheCollectorAndWithTheNextOne() {
    try (Contained contained = Contained.start();
        MailContainer server =
            contained.server(
                ServerSoftware.greenMail(GreenMailVersions.NEWEST),
                BaseImages.USUAL,
                Map.of(),
                CollectorOutageSmokeTest::limitMemory)) {
      noop(server, 1);
      try (CollectorContainer collector = contained.collector()) {
        awaitCommands(collector.receiver(), 2);
      }
      noop(server, COMMANDS);
      try (CollectorContainer collector = contained.collector()) {
        OtlpReceiver telemetry = collector.receiver();
        awaitCommands(telemetry, 2 + COMMANDS + 1);
        noop(server, 1);
        awaitCommands(telemetry, 2 + COMMANDS + 1 + 2);
        Await.until(
            PATIENCE,
            () -> telemetry.spans("pop3.command.quit").size() > 0,
            () -> telemetry.spans().size() + " spans");
        assertThat(telemetry.spans("pop3.command.noop").size())
            .isLessThanOrEqualTo(SPANS_KEPT + SPANS_UNDER_WAY + 1);
      }
      assertThat(server.isAlive()).isTrue();
    }
  }

  private static void limitMemory(CreateContainerCmd command) {
    command.getHostConfig().withMemory(MEMORY).withMemorySwap(MEMORY);
  }

  private static void awaitCommands(OtlpReceiver telemetry, long count) {
    Await.until(
        PATIENCE,
        () -> telemetry.sum("pop3.commands") == count,
        () -> telemetry.sum("pop3.commands") + " commands instead of " + count);
  }

  private static void noop(MailContainer server, int count) {
    try (ScriptedClient pop3 = ScriptedClient.connect(server.pop3Port())) {
      pop3.expect("+OK");
      for (int done = 0; done < count; done += AT_ONCE) {
        int now = Math.min(AT_ONCE, count - done);
        pop3.send("NOOP\r\n".repeat(now));
        for (int i = 0; i < now; i++) {
          pop3.expect("+OK");
        }
      }
      pop3.line("QUIT").expect("+OK");
    }
  }
}
