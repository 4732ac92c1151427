// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.support;

import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The real autoconfigured SDK, started under the operator's settings, which are given as system
 * properties and are gone afterwards. Spans and metrics are not exported anywhere.
 */
public final class StartedSdk implements AutoCloseable {

  private final Map<String, String> old = new TreeMap<>();
  private final List<String> exporters = new ArrayList<>();
  private final StartLines lines = new StartLines();
  private final AutoConfiguredOpenTelemetrySdk sdk;
  private ConfigProperties config;
  private Resource resource;

  private StartedSdk(Map<String, String> settings) {
    settings.forEach((key, value) -> old.put(key, System.setProperty(key, value)));
    try {
      sdk =
          AutoConfiguredOpenTelemetrySdk.builder()
              .disableShutdownHook()
              .addSpanExporterCustomizer((exporter, config) -> seen(exporter))
              .addMetricExporterCustomizer((exporter, config) -> seen(exporter))
              .addMetricReaderCustomizer((reader, config) -> seen(reader))
              .addLogRecordExporterCustomizer((exporter, config) -> seen(exporter))
              .addResourceCustomizer((found, properties) -> resource = remember(found, properties))
              .build();
    } catch (RuntimeException e) {
      restore();
      throw e;
    }
  }

  /** Starts the SDK; property and value take turns. */
  public static StartedSdk with(String... settings) {
    Map<String, String> map = new TreeMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      map.put(settings[i], settings[i + 1]);
    }
    return new StartedSdk(map);
  }

  private <T> T seen(T component) {
    exporters.add(component.toString());
    return component;
  }

  private Resource remember(Resource found, ConfigProperties properties) {
    config = properties;
    return found;
  }

  /** Every exporter and metric reader that was made, as it describes itself. */
  public List<String> exporters() {
    return exporters;
  }

  /** The configuration that the SDK and the agent read. */
  public ConfigProperties config() {
    return config;
  }

  public Resource resource() {
    return resource;
  }

  /** What the operator was told. */
  public StartLines lines() {
    return lines;
  }

  @Override
  public void close() {
    sdk.getOpenTelemetrySdk().close();
    restore();
  }

  private void restore() {
    lines.close();
    old.forEach(
        (key, value) -> {
          if (value == null) {
            System.clearProperty(key);
          } else {
            System.setProperty(key, value);
          }
        });
  }
}
