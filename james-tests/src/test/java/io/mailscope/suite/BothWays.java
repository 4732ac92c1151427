// SPDX-License-Identifier: Apache-2.0
package io.mailscope.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.otlp.OtlpHttpReceiver;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** A suite without the agent and with it, at the same time since these tests mostly wait. */
final class BothWays {

  private BothWays() {}

  /** Runs both, and fails on any difference, any error inside the agent, and missing telemetry. */
  static void areAlike(Suite suite) throws IOException {
    try (OtlpHttpReceiver telemetry = OtlpHttpReceiver.start()) {
      CompletableFuture<SuiteOutcome> without =
          CompletableFuture.supplyAsync(() -> SuiteProcess.runWithout(suite));
      SuiteOutcome with = SuiteProcess.runWith(suite, telemetry);
      assertThat(with.tests()).isEqualTo(without.join().tests());
      assertThat(without.join().agent()).isEmpty();
      assertThat(with.agent()).containsExactly("present");
      assertThat(with.count("PASSED")).isEqualTo(suite.passed());
      assertThat(with.count("SKIPPED")).isEqualTo(suite.skipped());
      assertThat(with.tests()).hasSize(suite.passed() + suite.skipped());
      new SuiteTelemetry(suite, telemetry).isComplete();
    }
  }
}
