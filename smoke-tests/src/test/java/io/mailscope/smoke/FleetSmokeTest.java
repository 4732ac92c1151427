// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.Await;
import io.mailscope.testing.Secrets;
import io.mailscope.testing.server.GreenMailProcess;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Servers as operators run them: as an ordinary user on a read-only file system, with a collector
 * that comes and goes, until they are ended. A mail server does not depend on its collector:
 * telemetry is lost, and nothing else.
 */
@ParameterizedClass(name = "{0}")
@EnumSource(FleetServer.class)
@ExtendWith(ResultTable.class)
class FleetSmokeTest {

  private static final int SPANS_KEPT = 2048;
  private static final int SPANS_UNDER_WAY = 2 * 512;
  private static final String NOOP = "smtp.command.noop";

  /** Of what is put into images. */
  @TempDir static Path directory;

  private static Fleet fleet;

  private final FleetServer server;

  FleetSmokeTest(FleetServer server) {
    this.server = server;
  }

  @AfterAll
  static void end() {
    if (fleet != null) {
      fleet.close();
    }
  }

  private static Fleet fleet(Fleet.Step step) {
    if (fleet == null) {
      fleet = new Fleet(directory);
    }
    fleet.reach(step);
    return fleet;
  }

  @Test
  void telemetryComesWithTheCollectorThatIsLate() {
    ExportedBy told = fleet(Fleet.Step.SEEN).before(server.service());
    assertThat(told.sum("smtp.commands")).isEqualTo(Fleet.BEFORE);
    assertThat(told.resource()).containsEntry("telemetry.distro.name", "mailscope");
  }

  @Test
  void outageOfTheCollectorCostsSpansAndNothingElse() {
    Fleet ended = fleet(Fleet.Step.ENDED);
    ExportedBy told = ended.after(server.service());
    // None of them was lost when that many had been said; more have been since.
    assertThat(told.sum("smtp.commands")).isGreaterThan(Fleet.DURING);
    assertThat(told.spans(NOOP)).hasSizeLessThanOrEqualTo(SPANS_KEPT + SPANS_UNDER_WAY);
    assertThat(ended.server(server).output()).noneMatch(line -> line.contains("OutOfMemoryError"));
  }

  /** Nothing else makes them export what has not filled a batch; the other GreenMail by gRPC. */
  @Test
  void endSendsTheLastSpans() {
    String service = server == FleetServer.GREENMAIL ? FleetSettings.SECOND : server.service();
    ExportedBy told = fleet(Fleet.Step.ENDED).after(service);
    assertThat(told.spans(Fleet.LAST)).hasSize(1);
  }

  @Test
  void serversAreToldApart() {
    Fleet ended = fleet(Fleet.Step.ENDED);
    Set<Object> others = new HashSet<>(ended.after(FleetSettings.SECOND).instances());
    for (FleetServer other : FleetServer.values()) {
      if (other != server) {
        others.addAll(ended.after(other.service()).instances());
      }
    }
    assertThat(others).hasSize(FleetServer.values().length);
    assertThat(ended.after(server.service()).instances())
        .hasSize(1)
        .doesNotContain("null")
        .doesNotContainAnyElementsOf(others);
    assertThat(ended.telemetry().paths())
        .contains("/v1/traces", "opentelemetry.proto.collector.trace.v1.TraceService/Export");
  }

  /** Mailscope can't, and what its extension would keep from leaving has to be named. */
  @Test
  void startsWhereNothingCanBeWritten() {
    Fleet all = fleet(Fleet.Step.WITHOUT_ANYTHING_WRITABLE);
    assertThat(all.bareServer(server).output())
        .filteredOn(line -> line.contains("extensions /tmp/"))
        .hasSize(1)
        .allSatisfy(line -> assertThat(line).contains("Read-only file system"));
    ExportedBy told = all.after(FleetSettings.bare(server));
    Await.until(Fleet.PATIENCE, () -> !told.metrics().isEmpty(), () -> "metrics of " + server);
    assertThat(told.resource())
        .containsEntry("telemetry.distro.name", "opentelemetry-java-instrumentation")
        .doesNotContainKeys("process.command_args", "process.command_line");
    assertThat(
            Secrets.of(GreenMailProcess.USER, GreenMailProcess.PASSWORD)
                .foundIn(all.telemetry().requests()))
        .isEmpty();
  }
}
