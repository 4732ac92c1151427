// SPDX-License-Identifier: Apache-2.0
package io.mailscope.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that the agent must show of a scenario. Not thread-safe. */
final class Expectations {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<ExpectedSpan> spans = new ArrayList<>();
  private final List<ExpectedMeter> meters = new ArrayList<>();

  Expectations spans(List<ExpectedSpan> more) {
    spans.addAll(more);
    return this;
  }

  Expectations meters(List<ExpectedMeter> more) {
    meters.addAll(more);
    return this;
  }

  Expectations meter(String name, long value) {
    return meters(List.of(new ExpectedMeter(name, value)));
  }

  /** Waits until all of it was exported; else the first thing that was not, in words. */
  Optional<String> awaitMissing(Collector collector) {
    collector.await(PATIENCE, () -> missing(collector).findAny().isEmpty());
    return missing(collector)
        .findFirst()
        .map(first -> "not seen within " + PATIENCE.toSeconds() + " s: " + first);
  }

  private Stream<Object> missing(Collector collector) {
    return Stream.concat(
        spans.stream().filter(expected -> !expected.isAmong(collector.spans())),
        meters.stream().filter(expected -> !expected.isMet(collector)));
  }
}
