// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.command.CreateContainerCmd;
import io.mailscope.smoke.container.BaseImages;
import io.mailscope.smoke.container.CollectorContainer;
import io.mailscope.smoke.container.MailContainer;
import io.mailscope.smoke.container.ServerSoftware;
import io.mailscope.testing.Await;
import io.mailscope.testing.Secrets;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.otlp.OtlpReceiver;
import io.mailscope.testing.server.GreenMailProcess;
import io.mailscope.testing.server.GreenMailVersions;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Servers as security rules want them: an ordinary user, and nothing of the image writable. */
@DisplayName("GreenMail, " + GreenMailVersions.NEWEST + ", container, Java " + BaseImages.USUAL)
@ExtendWith(ResultTable.class)
class ReadOnlyContainerSmokeTest {

  private static final String NEVER_MILLIS = "3600000";
  private static final String NOOP = "pop3.command.noop";
  private static final String QUIT = "pop3.command.quit";

  /** The one by HTTP and often, the other by gRPC and not before it ends. */
  @Test
  void twoServersWithTemporaryDirectoriesAreToldApart() {
    try (Contained contained = Contained.start();
        CollectorContainer collector = contained.collector()) {
      CompletableFuture<MailContainer> starting =
          CompletableFuture.supplyAsync(
              () ->
                  start(
                      contained,
                      Map.of(
                          "OTEL_EXPORTER_OTLP_ENDPOINT",
                          CollectorContainer.GRPC,
                          "OTEL_SERVICE_NAME",
                          "mail-b",
                          "OTEL_BSP_SCHEDULE_DELAY",
                          NEVER_MILLIS,
                          "OTEL_METRIC_EXPORT_INTERVAL",
                          NEVER_MILLIS),
                      ReadOnlyContainerSmokeTest::withTemporaryDirectory));
      try (MailContainer a =
              start(contained, Map.of(), ReadOnlyContainerSmokeTest::withTemporaryDirectory);
          MailContainer b = starting.join()) {
        OtlpReceiver telemetry = collector.receiver();
        ExportedBy ofA = new ExportedBy(telemetry, "greenmail");
        ExportedBy ofB = new ExportedBy(telemetry, "mail-b");
        talk(a, 1);
        talk(b, 2);

        Await.until(() -> ofA.spans().contains(QUIT), () -> "" + ofA.spans());
        assertThat(ofA.spans()).containsExactly(NOOP, QUIT);
        assertThat(ofB.spans()).isEmpty();
        b.stop();
        Await.until(() -> ofB.spans().contains(QUIT), () -> "" + ofB.spans());
        assertThat(ofB.spans()).containsExactly(NOOP, NOOP, QUIT);
        assertThat(ofA.spans()).containsExactly(NOOP, QUIT);
        assertThat(ofA.instances()).hasSize(1).doesNotContainNull();
        assertThat(ofB.instances())
            .hasSize(1)
            .doesNotContainNull()
            .doesNotContainAnyElementsOf(ofA.instances());
        assertThat(telemetry.paths())
            .contains("/v1/traces", "opentelemetry.proto.collector.trace.v1.TraceService/Export");
      }
    }
  }

  /** Mailscope can't, and what its extension would keep from leaving has to be named. */
  @Test
  void serverStartsWhereNothingCanBeWritten() {
    try (Contained contained = Contained.start();
        CollectorContainer collector = contained.collector();
        MailContainer server =
            start(
                contained,
                Map.of("OTEL_RESOURCE_DISABLED_KEYS", "process.command_args,process.command_line"),
                ReadOnlyContainerSmokeTest::withoutAnything)) {
      talk(server, 1);
      assertThat(server.output())
          .filteredOn(line -> line.contains("Read-only file system"))
          .hasSize(1)
          .allSatisfy(line -> assertThat(line).contains("extensions /tmp/"));
      OtlpReceiver telemetry = collector.receiver();
      telemetry.awaitExport();
      assertThat(telemetry.resource())
          .containsEntry("telemetry.distro.name", "opentelemetry-java-instrumentation")
          .doesNotContainKeys("process.command_args", "process.command_line");
      assertThat(
              Secrets.of(GreenMailProcess.USER, GreenMailProcess.PASSWORD)
                  .foundIn(telemetry.requests()))
          .isEmpty();
    }
  }

  private static MailContainer start(
      Contained contained,
      Map<String, String> environment,
      Consumer<CreateContainerCmd> container) {
    return contained.server(
        ServerSoftware.greenMail(GreenMailVersions.NEWEST),
        BaseImages.USUAL,
        environment,
        container);
  }

  private static void withoutAnything(CreateContainerCmd command) {
    command.withUser("8:8").getHostConfig().withReadonlyRootfs(true);
  }

  private static void withTemporaryDirectory(CreateContainerCmd command) {
    withoutAnything(command);
    command.getHostConfig().withTmpFs(Map.of("/tmp", ""));
  }

  private static void talk(MailContainer server, int noops) {
    try (ScriptedClient pop3 = ScriptedClient.connect(server.pop3Port())) {
      pop3.expect("+OK");
      for (int i = 0; i < noops; i++) {
        pop3.line("NOOP").expect("+OK");
      }
      pop3.line("QUIT").expect("+OK");
    }
  }
}
