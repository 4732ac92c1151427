// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.otlp;

import io.mailscope.testing.ExportedMetric;
import io.mailscope.testing.ExportedPoint;
import io.opentelemetry.proto.metrics.v1.Exemplar;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import java.util.ArrayList;
import java.util.List;

/** Metrics of an OTLP request as records. */
final class OtlpMetrics {

  private OtlpMetrics() {}

  static List<ExportedMetric> of(ResourceMetrics resource) {
    List<ExportedMetric> metrics = new ArrayList<>();
    for (ScopeMetrics scope : resource.getScopeMetricsList()) {
      for (Metric metric : scope.getMetricsList()) {
        metrics.add(
            new ExportedMetric(
                metric.getName(),
                metric.getUnit(),
                metric.getDescription(),
                type(metric),
                scope.getScope().getName(),
                scope.getScope().getVersion(),
                points(metric)));
      }
    }
    return metrics;
  }

  private static String type(Metric metric) {
    return switch (metric.getDataCase()) {
      case SUM -> metric.getSum().getIsMonotonic() ? "COUNTER" : "UP_DOWN_COUNTER";
      default -> metric.getDataCase().name();
    };
  }

  private static List<ExportedPoint> points(Metric metric) {
    return switch (metric.getDataCase()) {
      case SUM -> metric.getSum().getDataPointsList().stream().map(OtlpMetrics::of).toList();
      case GAUGE -> metric.getGauge().getDataPointsList().stream().map(OtlpMetrics::of).toList();
      case HISTOGRAM ->
          metric.getHistogram().getDataPointsList().stream().map(OtlpMetrics::of).toList();
      default -> List.of();
    };
  }

  private static ExportedPoint of(NumberDataPoint point) {
    return new ExportedPoint(
        OtlpAttributes.of(point.getAttributesList()),
        point.hasAsInt() ? (Number) point.getAsInt() : (Number) point.getAsDouble(),
        0,
        List.of(),
        List.of(),
        traceIds(point.getExemplarsList()));
  }

  private static ExportedPoint of(HistogramDataPoint point) {
    return new ExportedPoint(
        OtlpAttributes.of(point.getAttributesList()),
        point.getSum(),
        point.getCount(),
        point.getExplicitBoundsList(),
        point.getBucketCountsList(),
        traceIds(point.getExemplarsList()));
  }

  private static List<String> traceIds(List<Exemplar> exemplars) {
    return exemplars.stream().map(exemplar -> OtlpSpans.hex(exemplar.getTraceId())).toList();
  }
}
