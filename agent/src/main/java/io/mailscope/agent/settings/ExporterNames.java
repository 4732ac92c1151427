// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.settings;

import io.opentelemetry.sdk.autoconfigure.spi.internal.ConfigurableMetricReaderProvider;
import io.opentelemetry.sdk.autoconfigure.spi.logs.ConfigurableLogRecordExporterProvider;
import io.opentelemetry.sdk.autoconfigure.spi.metrics.ConfigurableMetricExporterProvider;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSpanExporterProvider;
import java.util.Set;
import java.util.TreeSet;

/** The names that an exporter setting takes: those of the agent, and of the user's extensions. */
final class ExporterNames {

  static final String NONE = "none";

  private ExporterNames() {}

  /**
   * All names of a signal.
   *
   * @throws java.util.ServiceConfigurationError if an extension's provider cannot be loaded
   */
  static Set<String> of(AgentProperties properties, Signal signal) {
    Set<String> names = new TreeSet<>();
    names.add(NONE);
    switch (signal) {
      case TRACES:
        properties
            .components(ConfigurableSpanExporterProvider.class)
            .forEach(provider -> names.add(provider.getName()));
        break;
      case METRICS:
        properties
            .components(ConfigurableMetricExporterProvider.class)
            .forEach(provider -> names.add(provider.getName()));
        properties
            .components(ConfigurableMetricReaderProvider.class)
            .forEach(provider -> names.add(provider.getName()));
        break;
      default:
        properties
            .components(ConfigurableLogRecordExporterProvider.class)
            .forEach(provider -> names.add(provider.getName()));
    }
    return names;
  }
}
