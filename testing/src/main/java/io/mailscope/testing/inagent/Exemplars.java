// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.inagent;

import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The traces of exemplars, which the SDK forgets with every collection. */
final class Exemplars {

  private final Map<List<Object>, Set<String>> traceIds = new ConcurrentHashMap<>();

  /** Remembers a point's exemplars, and returns all that its series has had. */
  List<String> of(MetricData metric, PointData point) {
    Set<String> known =
        traceIds.computeIfAbsent(
            List.of(metric.getName(), point.getAttributes()), key -> new LinkedHashSet<>());
    synchronized (known) {
      point.getExemplars().forEach(exemplar -> known.add(exemplar.getSpanContext().getTraceId()));
      return new ArrayList<>(known);
    }
  }

  void clear() {
    traceIds.clear();
  }
}
