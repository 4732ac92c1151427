// SPDX-License-Identifier: Apache-2.0
package io.mailscope.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a command may allocate. Bytes are exact on any machine; times are printed, not judged. */
class CommandCostTest {

  @Test
  void staysBelowItsShareOfAnHttpRequest() throws Exception {
    CommandCost cost = CommandCost.measure(1);
    System.out.print(cost.table());

    double http = cost.bytes("HttpServerBenchmark.request", null);
    assertThat(cost.bytes("CommandBenchmark.command", "on")).isLessThanOrEqualTo(0.45 * http);
    assertThat(cost.bytes("CommandBenchmark.command", "off")).isLessThanOrEqualTo(0.15 * http);
    // JMH spreads its own few bytes over the calls.
    assertThat(cost.bytes("CommandBenchmark.meters", "on")).isLessThan(1);
    assertThat(cost.bytes("CommandBenchmark.meters", "off")).isLessThan(1);
  }
}
