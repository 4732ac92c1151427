// SPDX-License-Identifier: Apache-2.0
package io.mailscope.demo;

import io.mailscope.testing.ExportedMetric;
import io.mailscope.testing.ExportedPoint;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.otlp.OtlpHttpEndpoint;
import io.mailscope.testing.otlp.OtlpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * Where the agent under demonstration exports to. Holds the spans that nobody has taken yet and the
 * newest value of each meter. Thread-safe.
 */
final class Collector implements AutoCloseable {

  private final OtlpHttpEndpoint http;
  private final List<ExportedSpan> spans = new ArrayList<>();
  private final Map<String, ExportedMetric> meters = new TreeMap<>();

  Collector() {
    this.http = OtlpHttpEndpoint.start(this::accept);
  }

  String url() {
    return http.url();
  }

  /** The spans that came since they were last taken, in the order of their ends. */
  synchronized List<ExportedSpan> spans() {
    return List.copyOf(spans);
  }

  /** The same, and forgets them. */
  synchronized List<ExportedSpan> takeSpans() {
    List<ExportedSpan> taken = List.copyOf(spans);
    spans.clear();
    return taken;
  }

  /** Starts anew, for another server. */
  synchronized void forget() {
    spans.clear();
    meters.clear();
  }

  /** The newest series of a meter, none as long as it was not exported. */
  synchronized List<ExportedPoint> points(String meter) {
    ExportedMetric metric = meters.get(meter);
    return metric == null ? List.of() : metric.points();
  }

  /** The newest value of a counter, all its series added. */
  long value(String meter) {
    return points(meter).stream().mapToLong(point -> point.value().longValue()).sum();
  }

  /** Waits for something that an export may bring; false if it did not within the time. */
  synchronized boolean await(Duration patience, BooleanSupplier condition) {
    long end = System.nanoTime() + patience.toNanos();
    try {
      while (!condition.getAsBoolean()) {
        long millis = (end - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
          return false;
        }
        wait(millis);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailure("interrupted", e);
    }
  }

  @Override
  public void close() {
    http.close();
  }

  private synchronized void accept(String path, byte[] body) {
    OtlpRequest request = OtlpRequest.parse(path, body);
    spans.addAll(request.spans());
    request.metrics().forEach(metric -> meters.put(metric.name(), metric));
    notifyAll();
  }
}
