// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.inagent;

import io.opentelemetry.sdk.metrics.data.DoublePointData;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.data.PointData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Metric data as maps of JDK types. */
final class MetricFields {

  private MetricFields() {}

  static Map<String, Object> of(MetricData metric, Exemplars exemplars) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", metric.getName());
    fields.put("unit", metric.getUnit());
    fields.put("description", metric.getDescription());
    fields.put("type", type(metric));
    fields.put("scope", metric.getInstrumentationScopeInfo().getName());
    fields.put("scopeVersion", metric.getInstrumentationScopeInfo().getVersion());
    fields.put(
        "points",
        metric.getData().getPoints().stream()
            .map(point -> of(point, exemplars.of(metric, point)))
            .toList());
    return fields;
  }

  private static String type(MetricData metric) {
    return switch (metric.getType()) {
      case LONG_SUM -> metric.getLongSumData().isMonotonic() ? "COUNTER" : "UP_DOWN_COUNTER";
      case DOUBLE_SUM -> metric.getDoubleSumData().isMonotonic() ? "COUNTER" : "UP_DOWN_COUNTER";
      case LONG_GAUGE, DOUBLE_GAUGE -> "GAUGE";
      case HISTOGRAM -> "HISTOGRAM";
      default -> metric.getType().name();
    };
  }

  private static Map<String, Object> of(PointData point, List<String> exemplarTraceIds) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("attributes", AttributeValues.of(point.getAttributes()));
    fields.put("count", 0L);
    fields.put("bounds", List.of());
    fields.put("buckets", List.of());
    fields.put("exemplarTraceIds", exemplarTraceIds);
    if (point instanceof LongPointData number) {
      fields.put("value", number.getValue());
    } else if (point instanceof DoublePointData number) {
      fields.put("value", number.getValue());
    } else if (point instanceof HistogramPointData histogram) {
      fields.put("value", histogram.getSum());
      fields.put("count", histogram.getCount());
      fields.put("bounds", histogram.getBoundaries());
      fields.put("buckets", histogram.getCounts());
    }
    return fields;
  }
}
