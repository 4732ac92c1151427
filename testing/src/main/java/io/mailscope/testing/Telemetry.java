// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * The telemetry of one process, and what tests ask about it. Metrics count since the last {@link
 * #reset}, except up-down counters, which are read as they stand.
 */
public abstract class Telemetry {

  private volatile List<ExportedMetric> baseline = List.of();

  /** All spans that ended since the last reset, in the order of their ends. */
  public abstract List<ExportedSpan> spans();

  /** All metrics, cumulative since the process started. */
  public abstract List<ExportedMetric> metrics();

  /** Forgets the spans, and what traces exemplars pointed to. */
  protected abstract void forgetTraces();

  /** Forgets the spans, and counts metrics from here. */
  public final void reset() {
    baseline = metrics();
    forgetTraces();
  }

  /** The spans of a name. */
  public final List<ExportedSpan> spans(String name) {
    return spans().stream().filter(span -> span.name().equals(name)).toList();
  }

  /** Waits for that many spans; more of them are an error too. */
  public final List<ExportedSpan> awaitSpans(int count) {
    await(() -> spans().size() >= count);
    List<ExportedSpan> spans = spans();
    if (spans.size() != count) {
      throw new AssertionError("Expected " + count + " spans, got" + SpanList.of(spans));
    }
    return spans;
  }

  /** Waits for a span of that name, the first if there are several. */
  public final ExportedSpan awaitSpan(String name) {
    return awaitSpan(span -> span.name().equals(name));
  }

  /** Waits for a span, the first if there are several. */
  public final ExportedSpan awaitSpan(Predicate<ExportedSpan> condition) {
    await(() -> spans().stream().anyMatch(condition));
    return spans().stream().filter(condition).findFirst().orElseThrow();
  }

  /** Waits for a condition; a failure lists the spans there are. */
  public void await(BooleanSupplier condition) {
    Await.until(condition, () -> "the condition; there are" + SpanList.of(spans()));
  }

  /** A metric as it is exported, cumulative. */
  public final Optional<ExportedMetric> metric(String name) {
    return metric(metrics(), name);
  }

  /**
   * What a counter counted since the last reset, summed over all series that have the given
   * attributes; 0 if there is none.
   */
  public final long sum(String name, Map<String, ?> attributes) {
    return points(name, attributes).stream().mapToLong(point -> point.value().longValue()).sum();
  }

  /** What a counter counted since the last reset over all its series. */
  public final long sum(String name) {
    return sum(name, Map.of());
  }

  /** How an up-down counter stands now, over all series with the given attributes. */
  public final long standing(String name, Map<String, ?> attributes) {
    return matching(metrics(), name, attributes).stream()
        .mapToLong(point -> point.value().longValue())
        .sum();
  }

  /** How an up-down counter stands now. */
  public final long standing(String name) {
    return standing(name, Map.of());
  }

  /** How many values a histogram recorded since the last reset. */
  public final long count(String name, Map<String, ?> attributes) {
    return points(name, attributes).stream().mapToLong(ExportedPoint::count).sum();
  }

  /** What was added since the last reset to the series that have the given attributes. */
  public final List<ExportedPoint> points(String name, Map<String, ?> attributes) {
    List<ExportedPoint> earlier = matching(baseline, name, attributes);
    List<ExportedPoint> points = new ArrayList<>();
    for (ExportedPoint now : matching(metrics(), name, attributes)) {
      points.add(
          earlier.stream()
              .filter(then -> then.attributes().equals(now.attributes()))
              .findFirst()
              .map(now::since)
              .orElse(now));
    }
    return points;
  }

  private static Optional<ExportedMetric> metric(List<ExportedMetric> metrics, String name) {
    return metrics.stream().filter(metric -> metric.name().equals(name)).findFirst();
  }

  private static List<ExportedPoint> matching(
      List<ExportedMetric> metrics, String name, Map<String, ?> attributes) {
    return metric(metrics, name).map(ExportedMetric::points).orElse(List.of()).stream()
        .filter(point -> point.attributes().entrySet().containsAll(attributes.entrySet()))
        .toList();
  }
}
