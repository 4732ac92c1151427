// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.otlp;

import com.google.protobuf.InvalidProtocolBufferException;
import io.mailscope.testing.ExportedMetric;
import io.mailscope.testing.ExportedSpan;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one request of OTLP carries. Immutable.
 *
 * @param resource the attributes of the last resource in it, empty where there is none
 * @param spans empty in a request of metrics
 * @param metrics empty in a request of traces
 */
public record OtlpRequest(
    Map<String, Object> resource, List<ExportedSpan> spans, List<ExportedMetric> metrics) {

  private static final OtlpRequest NOTHING = new OtlpRequest(Map.of(), List.of(), List.of());

  /**
   * Reads a request; other signals than traces and metrics carry nothing here.
   *
   * @param path that of OTLP over HTTP, or the gRPC method
   * @throws IllegalArgumentException if the body is not what the path promises
   */
  public static OtlpRequest parse(String path, byte[] body) {
    try {
      if (path.endsWith("/traces") || path.contains("TraceService")) {
        return ofSpans(ExportTraceServiceRequest.parseFrom(body).getResourceSpansList());
      }
      if (path.endsWith("/metrics") || path.contains("MetricsService")) {
        return ofMetrics(ExportMetricsServiceRequest.parseFrom(body).getResourceMetricsList());
      }
      return NOTHING;
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException("Not OTLP at " + path, e);
    }
  }

  private static OtlpRequest ofSpans(List<ResourceSpans> parts) {
    Map<String, Object> resource = Map.of();
    List<ExportedSpan> spans = new ArrayList<>();
    for (ResourceSpans part : parts) {
      resource = OtlpAttributes.of(part.getResource().getAttributesList());
      spans.addAll(OtlpSpans.of(part));
    }
    return new OtlpRequest(resource, spans, List.of());
  }

  private static OtlpRequest ofMetrics(List<ResourceMetrics> parts) {
    Map<String, Object> resource = Map.of();
    List<ExportedMetric> metrics = new ArrayList<>();
    for (ResourceMetrics part : parts) {
      resource = OtlpAttributes.of(part.getResource().getAttributesList());
      metrics.addAll(OtlpMetrics.of(part));
    }
    return new OtlpRequest(resource, List.of(), metrics);
  }
}
