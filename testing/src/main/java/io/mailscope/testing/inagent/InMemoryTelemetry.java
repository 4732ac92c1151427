// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.inagent;

import com.google.auto.service.AutoService;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import java.util.List;
import java.util.Map;

/**
 * Keeps what the agent exports in memory. Its public methods are the whole interface to the tests,
 * which call them by reflection since they live in another class loader.
 */
@AutoService(AutoConfigurationCustomizerProvider.class)
public final class InMemoryTelemetry implements AutoConfigurationCustomizerProvider {

  private static final SpanStore SPANS = new SpanStore();
  private static final MetricCollector METRICS = new MetricCollector();

  @Override
  public void customize(AutoConfigurationCustomizer customizer) {
    if (!isInAgent()) {
      return;
    }
    customizer
        .addTracerProviderCustomizer((provider, config) -> provider.addSpanProcessor(SPANS))
        .addMeterProviderCustomizer((provider, config) -> provider.registerMetricReader(METRICS));
  }

  /** This jar is on the class path of tests too, where some run the SDK without the agent. */
  private static boolean isInAgent() {
    return InMemoryTelemetry.class
        .getClassLoader()
        .getClass()
        .getName()
        .startsWith("io.opentelemetry.javaagent.");
  }

  /** The ended spans; keys are the components of {@code ExportedSpan}. */
  public static List<Map<String, Object>> spans() {
    return SPANS.spans();
  }

  /** Forgets the ended spans, and what traces exemplars pointed to. */
  public static void forgetTraces() {
    SPANS.clear();
    METRICS.forgetExemplars();
  }

  /** The metrics as of now; keys are the components of {@code ExportedMetric}. */
  public static List<Map<String, Object>> metrics() {
    return METRICS.metrics();
  }

  /** What went wrong inside the agent since the last call, empty if nothing did. */
  public static List<String> errors() {
    return AgentErrors.take();
  }
}
