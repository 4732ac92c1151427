// SPDX-License-Identifier: Apache-2.0
package io.mailscope.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a command may allocate. Times are printed, not judged. */
class CommandCostTest {

  @Test
  void staysBelowItsShareOfAnHttpRequest() throws Exception {
    CommandCost cost = CommandCost.measure(3);
    System.out.print(cost.table());

    double http = cost.bytes("HttpServerBenchmark.request", null);
    assertThat(cost.bytes("CommandBenchmark.command", "on")).isLessThanOrEqualTo(0.45 * http);
    assertThat(cost.bytes("CommandBenchmark.command", "off")).isLessThanOrEqualTo(0.15 * http);
    // JMH spreads its own few bytes over the calls, of which a busy machine makes fewer. The
    // smallest
    // object has 16.
    assertThat(cost.bytes("CommandBenchmark.meters", "on")).isLessThan(8);
    assertThat(cost.bytes("CommandBenchmark.meters", "off")).isLessThan(8);
  }
}
