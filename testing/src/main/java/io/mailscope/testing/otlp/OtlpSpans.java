// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.otlp;

import com.google.protobuf.ByteString;
import io.mailscope.testing.ExportedEvent;
import io.mailscope.testing.ExportedSpan;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Spans of an OTLP request as records. */
final class OtlpSpans {

  private OtlpSpans() {}

  static List<ExportedSpan> of(ResourceSpans resource) {
    List<ExportedSpan> spans = new ArrayList<>();
    for (ScopeSpans scope : resource.getScopeSpansList()) {
      for (Span span : scope.getSpansList()) {
        spans.add(of(scope.getScope(), span));
      }
    }
    return spans;
  }

  private static ExportedSpan of(InstrumentationScope scope, Span span) {
    ByteString parent = span.getParentSpanId();
    return new ExportedSpan(
        span.getName(),
        span.getKind().name().replace("SPAN_KIND_", ""),
        hex(span.getTraceId()),
        hex(span.getSpanId()),
        parent.isEmpty() ? ExportedSpan.NO_PARENT : hex(parent),
        span.getStatus().getCode().name().replace("STATUS_CODE_", ""),
        span.getStatus().getMessage(),
        scope.getName(),
        scope.getVersion(),
        span.getStartTimeUnixNano(),
        span.getEndTimeUnixNano(),
        OtlpAttributes.of(span.getAttributesList()),
        span.getEventsList().stream()
            .map(
                event ->
                    new ExportedEvent(
                        event.getName(), OtlpAttributes.of(event.getAttributesList())))
            .toList());
  }

  static String hex(ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }
}
