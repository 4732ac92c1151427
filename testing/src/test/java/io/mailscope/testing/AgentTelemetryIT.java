// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongUpDownCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the application tells the real agent comes back as records. */
class AgentTelemetryIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  private static final AttributeKey<String> COMMAND = AttributeKey.stringKey("command");

  private final Tracer tracer = GlobalOpenTelemetry.getTracer("tests", "1.2");
  private final Meter meter = GlobalOpenTelemetry.getMeter("tests");

  @Test
  void spansComeWithAllTheyHave() {
    Span parent = tracer.spanBuilder("parent").setSpanKind(SpanKind.SERVER).startSpan();
    try (Scope scope = parent.makeCurrent()) {
      assertThat(scope).isNotNull();
      tracer
          .spanBuilder("child")
          .startSpan()
          .setAttribute("text", "value")
          .setAttribute("number", 7)
          .setAttribute("yes", true)
          .addEvent("event", Attributes.of(COMMAND, "NOOP"))
          .setStatus(StatusCode.ERROR, "broken")
          .end();
    }
    parent.end();

    List<ExportedSpan> spans = telemetry.awaitSpans(2);
    SpanAssert.assertThat(spans.get(1))
        .hasName("parent")
        .hasKind("SERVER")
        .hasScope("tests")
        .isRoot()
        .hasStatusUnset()
        .hasNoEvents()
        .hasAttributesExactly(Map.of());
    SpanAssert.assertThat(spans.get(0))
        .hasKind("INTERNAL")
        .hasParent(spans.get(1))
        .hasStatusError()
        .hasAttributesExactly(Map.of("text", "value", "number", 7L, "yes", true));
    assertThat(spans.get(0).statusDescription()).isEqualTo("broken");
    assertThat(spans.get(0).scopeVersion()).isEqualTo("1.2");
    assertThat(spans.get(0).events())
        .containsExactly(new ExportedEvent("event", Map.of("command", "NOOP")));
  }

  @Test
  void countersCountFromTheResetAndGaugesStand() {
    LongCounter counter = meter.counterBuilder("commands").setUnit("{command}").build();
    LongUpDownCounter gauge = meter.upDownCounterBuilder("open").build();
    counter.add(5, Attributes.of(COMMAND, "NOOP"));
    gauge.add(2);
    telemetry.reset();
    counter.add(2, Attributes.of(COMMAND, "NOOP"));
    counter.add(1, Attributes.of(COMMAND, "QUIT"));
    gauge.add(-1);

    assertThat(telemetry.sum("commands")).isEqualTo(3);
    assertThat(telemetry.sum("commands", Map.of("command", "NOOP"))).isEqualTo(2);
    assertThat(telemetry.sum("commands", Map.of("command", "STAT"))).isZero();
    assertThat(telemetry.standing("open")).isEqualTo(1);
    ExportedMetric metric = telemetry.metric("commands").orElseThrow();
    assertThat(metric.unit()).isEqualTo("{command}");
    assertThat(metric.type()).isEqualTo("COUNTER");
    assertThat(metric.scope()).isEqualTo("tests");
    assertThat(telemetry.metric("open").orElseThrow().type()).isEqualTo("UP_DOWN_COUNTER");
  }

  @Test
  void histogramsHaveBucketsAndExemplars() {
    var histogram =
        meter
            .histogramBuilder("duration")
            .setExplicitBucketBoundariesAdvice(List.of(0.1, 1.0))
            .build();
    histogram.record(0.05);
    telemetry.reset();
    Span span = tracer.spanBuilder("span").startSpan();
    try (Scope scope = span.makeCurrent()) {
      assertThat(scope).isNotNull();
      histogram.record(0.5);
    }
    span.end();

    assertThat(telemetry.count("duration", Map.of())).isEqualTo(1);
    ExportedPoint point = telemetry.points("duration", Map.of()).get(0);
    assertThat(point.bounds()).containsExactly(0.1, 1.0);
    assertThat(point.buckets()).containsExactly(0L, 1L, 0L);
    assertThat(point.value()).isEqualTo(0.5);
    assertThat(point.exemplarTraceIds()).containsExactly(span.getSpanContext().getTraceId());
  }

  @Test
  void suppressedAdviceErrorsAreErrors() throws ReflectiveOperationException {
    assertThat(telemetry.errors()).isEmpty();
    Class.forName("io.opentelemetry.javaagent.bootstrap.ExceptionLogger", true, null)
        .getMethod("logSuppressedError", String.class, Throwable.class)
        .invoke(null, "test", new IllegalStateException());
    assertThat(telemetry.errors()).singleElement().asString().contains("1 suppressed");
    assertThat(telemetry.errors()).isEmpty();
  }
}
