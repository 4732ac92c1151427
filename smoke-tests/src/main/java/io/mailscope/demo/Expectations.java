// SPDX-License-Identifier: Apache-2.0
package io.mailscope.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the agent showed all that the scenario did. */
final class Expectations {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Expectations() {}

  /** Waits until all of it was exported; else the first thing that was not, in words. */
  static Optional<String> awaitMissing(Collector collector) {
    collector.await(PATIENCE, () -> missing(collector).findAny().isEmpty());
    return missing(collector)
        .findFirst()
        .map(first -> "not seen within " + PATIENCE.toSeconds() + " s: " + first);
  }

  private static Stream<Object> missing(Collector collector) {
    return Stream.concat(
        ExpectedSpan.ALL.stream().filter(expected -> !expected.isAmong(collector.spans())),
        ExpectedMeter.ALL.stream().filter(expected -> !expected.isMet(collector)));
  }
}
