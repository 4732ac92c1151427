// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.inagent;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.export.CollectionRegistration;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import java.util.List;
import java.util.Map;

/** Collects the metrics when asked, and at no other time. */
final class MetricCollector implements MetricReader {

  private final Exemplars exemplars = new Exemplars();
  private volatile CollectionRegistration registration = CollectionRegistration.noop();

  List<Map<String, Object>> metrics() {
    return registration.collectAllMetrics().stream()
        .map(metric -> MetricFields.of(metric, exemplars))
        .toList();
  }

  void forgetExemplars() {
    exemplars.clear();
  }

  @Override
  public void register(CollectionRegistration newRegistration) {
    registration = newRegistration;
  }

  @Override
  public AggregationTemporality getAggregationTemporality(InstrumentType instrumentType) {
    return AggregationTemporality.CUMULATIVE;
  }

  @Override
  public CompletableResultCode forceFlush() {
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode shutdown() {
    return CompletableResultCode.ofSuccess();
  }
}
