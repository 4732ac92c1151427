// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.otlp;

import io.mailscope.testing.Await;
import io.mailscope.testing.ExportedMetric;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.Telemetry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * A collector for one process, on the loopback address. Metrics are the newest that came, so a test
 * waits for what it expects. Thread-safe.
 */
public abstract class OtlpReceiver extends Telemetry implements AutoCloseable {

  private final List<byte[]> requests = new CopyOnWriteArrayList<>();
  private final List<String> paths = new CopyOnWriteArrayList<>();
  private final List<ExportedSpan> spans = new CopyOnWriteArrayList<>();
  private final AtomicInteger exports = new AtomicInteger();
  private volatile List<ExportedMetric> metrics = List.of();
  private volatile Map<String, Object> resource = Map.of();

  /** The endpoint to give to the agent. */
  public abstract String endpoint();

  @Override
  public abstract void close();

  @Override
  public final List<ExportedSpan> spans() {
    return new ArrayList<>(spans);
  }

  @Override
  public final List<ExportedMetric> metrics() {
    return metrics;
  }

  /** The attributes of the newest resource that came with spans or metrics. */
  public final Map<String, Object> resource() {
    return resource;
  }

  /** Every request that came, unzipped, resets notwithstanding. */
  public final List<byte[]> requests() {
    return new ArrayList<>(requests);
  }

  /** Where the requests were sent to, in the order of {@link #requests}. */
  public final List<String> paths() {
    return new ArrayList<>(paths);
  }

  /** Waits until a condition holds for the newest metrics too, however late they are exported. */
  public final void awaitMetrics(BooleanSupplier condition) {
    Await.until(condition, () -> "the condition; there are" + mailMetrics());
  }

  private String mailMetrics() {
    return metrics().stream()
        .filter(metric -> !metric.name().startsWith("jvm."))
        .map(metric -> "\n  " + metric.name() + " " + metric.points())
        .collect(Collectors.joining());
  }

  /** Waits for metrics that were collected after this call. */
  public final void awaitExport() {
    // The next request may be under way already.
    int enough = exports.get() + 2;
    Await.until(() -> exports.get() >= enough, () -> "two exports of metrics");
  }

  @Override
  protected final void forgetTraces() {
    spans.clear();
  }

  /** Takes a request in; {@code path} is that of OTLP over HTTP or the gRPC method. */
  final void accept(String path, byte[] body) {
    requests.add(body);
    paths.add(path);
    OtlpRequest request = OtlpRequest.parse(path, body);
    if (!request.resource().isEmpty()) {
      resource = request.resource();
    }
    spans.addAll(request.spans());
    if (!request.metrics().isEmpty()) {
      acceptMetrics(request.metrics());
    }
  }

  /**
   * One export may come in several requests, so metrics that it does not name stay as they were.
   */
  private synchronized void acceptMetrics(List<ExportedMetric> request) {
    Map<String, ExportedMetric> merged = new LinkedHashMap<>();
    metrics.forEach(metric -> merged.put(metric.name(), metric));
    request.forEach(metric -> merged.put(metric.name(), metric));
    metrics = List.copyOf(merged.values());
    exports.incrementAndGet();
  }
}
