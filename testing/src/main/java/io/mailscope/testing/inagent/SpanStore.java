// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.inagent;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Keeps every span that would be exported, from the moment of its end. */
final class SpanStore implements SpanProcessor {

  private final Queue<SpanData> ended = new ConcurrentLinkedQueue<>();

  List<Map<String, Object>> spans() {
    return ended.stream().map(SpanStore::fields).toList();
  }

  void clear() {
    ended.clear();
  }

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {}

  @Override
  public boolean isStartRequired() {
    return false;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    if (span.getSpanContext().isSampled()) {
      ended.add(span.toSpanData());
    }
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }

  private static Map<String, Object> fields(SpanData span) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", span.getName());
    fields.put("kind", span.getKind().name());
    fields.put("traceId", span.getTraceId());
    fields.put("spanId", span.getSpanId());
    fields.put("parentSpanId", span.getParentSpanId());
    fields.put("statusCode", span.getStatus().getStatusCode().name());
    fields.put("statusDescription", span.getStatus().getDescription());
    fields.put("scope", span.getInstrumentationScopeInfo().getName());
    fields.put("scopeVersion", span.getInstrumentationScopeInfo().getVersion());
    fields.put("startEpochNanos", span.getStartEpochNanos());
    fields.put("endEpochNanos", span.getEndEpochNanos());
    fields.put("attributes", AttributeValues.of(span.getAttributes()));
    fields.put("events", span.getEvents().stream().map(SpanStore::fields).toList());
    return fields;
  }

  private static Map<String, Object> fields(EventData event) {
    return Map.of("name", event.getName(), "attributes", AttributeValues.of(event.getAttributes()));
  }
}
