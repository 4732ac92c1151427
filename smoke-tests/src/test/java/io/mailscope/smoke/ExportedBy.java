// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import io.mailscope.testing.Await;
import io.mailscope.testing.ExportedMetric;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.Telemetry;
import io.mailscope.testing.otlp.OtlpReceiver;
import io.mailscope.testing.otlp.OtlpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one of several servers has sent to a collector: the one with that service's name. */
final class ExportedBy extends Telemetry {

  private static final String COMMANDS = "smtp.commands";
  private static final String NAME = "service.name";
  private static final String INSTANCE = "service.instance.id";

  private final OtlpReceiver collector;
  private final String service;
  private final List<ExportedSpan> spans = new ArrayList<>();
  private final Map<String, ExportedMetric> metrics = new LinkedHashMap<>();
  private final Set<Object> instances = new HashSet<>();
  private Map<String, Object> resource = Map.of();
  private int read;

  ExportedBy(OtlpReceiver collector, String service) {
    this.collector = collector;
    this.service = service;
  }

  @Override
  public synchronized List<ExportedSpan> spans() {
    readOn();
    return List.copyOf(spans);
  }

  @Override
  public synchronized List<ExportedMetric> metrics() {
    readOn();
    return List.copyOf(metrics.values());
  }

  /** Its {@code service.instance.id}, one and the same as long as it runs. */
  synchronized Set<Object> instances() {
    readOn();
    return Set.copyOf(instances);
  }

  /** The attributes of its newest resource. */
  synchronized Map<String, Object> resource() {
    readOn();
    return resource;
  }

  /** Waits until it has told of exactly so many SMTP commands. */
  void awaitCommands(long count, Duration patience) {
    Await.until(
        patience,
        () -> sum(COMMANDS) == count,
        () -> service + ": " + sum(COMMANDS) + " commands instead of " + count);
  }

  @Override
  protected synchronized void forgetTraces() {
    readOn();
    spans.clear();
  }

  private void readOn() {
    List<byte[]> bodies = collector.requests();
    List<String> paths = collector.paths();
    for (int end = Math.min(bodies.size(), paths.size()); read < end; read++) {
      OtlpRequest request = OtlpRequest.parse(paths.get(read), bodies.get(read));
      if (service.equals(request.resource().get(NAME))) {
        spans.addAll(request.spans());
        request.metrics().forEach(metric -> metrics.put(metric.name(), metric));
        resource = request.resource();
        instances.add(String.valueOf(resource.get(INSTANCE)));
      }
    }
  }
}
