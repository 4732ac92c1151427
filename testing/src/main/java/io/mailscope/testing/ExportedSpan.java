// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing;

import java.util.List;
import java.util.Map;

/**
 * A span as it was exported.
 *
 * @param kind {@code SERVER}, {@code INTERNAL}, {@code CLIENT}, {@code PRODUCER}, {@code CONSUMER}
 * @param parentSpanId sixteen hexadecimal digits, all of them 0 for a root span
 * @param statusCode {@code UNSET}, {@code OK} or {@code ERROR}
 * @param startEpochNanos nanoseconds since the epoch, as is {@code endEpochNanos}
 * @param attributes values are String, Boolean, Long, Double or List
 */
public record ExportedSpan(
    String name,
    String kind,
    String traceId,
    String spanId,
    String parentSpanId,
    String statusCode,
    String statusDescription,
    String scope,
    String scopeVersion,
    long startEpochNanos,
    long endEpochNanos,
    Map<String, Object> attributes,
    List<ExportedEvent> events) {

  /** The parent of a span that has none. */
  public static final String NO_PARENT = "0000000000000000";

  /** Whether this span starts its trace. */
  public boolean isRoot() {
    return NO_PARENT.equals(parentSpanId);
  }

  /** Whether {@code parent} is the direct parent of this span. */
  public boolean isChildOf(ExportedSpan parent) {
    return traceId.equals(parent.traceId) && parentSpanId.equals(parent.spanId);
  }

  /** An attribute's value, null where the span has no such attribute. */
  public Object attribute(String key) {
    return attributes.get(key);
  }
}
