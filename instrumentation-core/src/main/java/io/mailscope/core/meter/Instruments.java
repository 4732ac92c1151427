// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.meter;

import io.mailscope.core.MailscopeVersion;
import io.mailscope.core.catalog.MailMetric;
import io.mailscope.core.settings.DisabledEvents;
import io.mailscope.core.settings.MailSettings;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongUpDownCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterProvider;

/** Makes instruments as the catalog declares them; a disabled one records nothing. */
public final class Instruments {

  private final Meter meter;
  private final Meter noop = MeterProvider.noop().get("disabled");
  private final DisabledEvents disabled;

  /**
   * @param meter the meter of the protocol's scope
   * @param disabled names of meters that are not to be made
   */
  public Instruments(Meter meter, DisabledEvents disabled) {
    this.meter = meter;
    this.disabled = disabled;
  }

  /** For the agent about itself and its servers; the operator's settings apply. */
  public static Instruments aboutAgent() {
    return new Instruments(
        GlobalOpenTelemetry.get()
            .meterBuilder("mailscope")
            .setInstrumentationVersion(MailscopeVersion.VERSION)
            .build(),
        MailSettings.get().disabledEvents());
  }

  /** A counter of long values. */
  public LongCounter counter(MailMetric metric) {
    return meterFor(metric)
        .counterBuilder(metric.metricName())
        .setUnit(metric.unit())
        .setDescription(metric.description())
        .build();
  }

  /** An up-down-counter of long values. */
  public LongUpDownCounter upDownCounter(MailMetric metric) {
    return meterFor(metric)
        .upDownCounterBuilder(metric.metricName())
        .setUnit(metric.unit())
        .setDescription(metric.description())
        .build();
  }

  /** A histogram with the catalog's buckets. */
  public DoubleHistogram histogram(MailMetric metric) {
    return meterFor(metric)
        .histogramBuilder(metric.metricName())
        .setUnit(metric.unit())
        .setDescription(metric.description())
        .setExplicitBucketBoundariesAdvice(metric.bucketBoundaries())
        .build();
  }

  private Meter meterFor(MailMetric metric) {
    return disabled.contains(metric.metricName()) ? noop : meter;
  }
}
