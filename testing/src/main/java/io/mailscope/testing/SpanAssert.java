// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing;

import java.util.Map;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** What the telemetry's documentation says of a span, as assertions. */
public final class SpanAssert extends AbstractAssert<SpanAssert, ExportedSpan> {

  private SpanAssert(ExportedSpan actual) {
    super(actual, SpanAssert.class);
    as("span %s", actual);
  }

  public static SpanAssert assertThat(ExportedSpan actual) {
    return new SpanAssert(actual);
  }

  public SpanAssert hasName(String name) {
    return same(actual.name(), name, "name");
  }

  /**
   * One of {@code SERVER}, {@code INTERNAL}, {@code CLIENT}, {@code PRODUCER}, {@code CONSUMER}.
   */
  public SpanAssert hasKind(String kind) {
    return same(actual.kind(), kind, "kind");
  }

  public SpanAssert hasScope(String scope) {
    return same(actual.scope(), scope, "scope");
  }

  public SpanAssert isRoot() {
    return same(actual.parentSpanId(), ExportedSpan.NO_PARENT, "parent");
  }

  public SpanAssert hasParent(ExportedSpan parent) {
    same(actual.traceId(), parent.traceId(), "trace");
    return same(actual.parentSpanId(), parent.spanId(), "parent");
  }

  public SpanAssert hasStatusUnset() {
    return same(actual.statusCode(), "UNSET", "status");
  }

  public SpanAssert hasStatusError() {
    return same(actual.statusCode(), "ERROR", "status");
  }

  /** Integers are Long. */
  public SpanAssert hasAttribute(String key, Object value) {
    return same(actual.attribute(key), value, key);
  }

  public SpanAssert hasNoAttribute(String key) {
    return same(actual.attribute(key), null, key);
  }

  public SpanAssert hasAttributesExactly(Map<String, ?> attributes) {
    Assertions.assertThat(actual.attributes()).as(descriptionText()).isEqualTo(attributes);
    return this;
  }

  public SpanAssert hasNoEvents() {
    Assertions.assertThat(actual.events()).as(descriptionText()).isEmpty();
    return this;
  }

  private SpanAssert same(Object found, Object expected, String what) {
    Assertions.assertThat(found).as("%s of %s", what, descriptionText()).isEqualTo(expected);
    return this;
  }
}
