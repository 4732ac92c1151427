// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.settings;

import io.opentelemetry.api.incubator.config.DeclarativeConfigProperties;
import java.util.List;
import java.util.function.Function;

/**
 * Reads settings from the agent's configuration, whatever its source: properties are always text, a
 * configuration file also has booleans and lists.
 */
public final class InstrumentationConfig implements Function<Setting, String> {

  private final DeclarativeConfigProperties config;

  /**
   * @param config the node {@code mail}, under which the settings stand
   */
  public InstrumentationConfig(DeclarativeConfigProperties config) {
    this.config = config;
  }

  @Override
  public String apply(Setting setting) {
    String key = setting.yamlKey();
    // A configuration file knows its keys and complains about a value read as the wrong type.
    if (!config.getPropertyKeys().contains(key)) {
      return config.getString(key);
    }
    if (setting.isBoolean()) {
      Boolean bool = config.getBoolean(key);
      return bool == null ? config.getString(key) : bool.toString();
    }
    if (setting.isList()) {
      List<String> list = config.getScalarList(key, String.class);
      return list == null ? config.getString(key) : String.join(",", list);
    }
    return config.getString(key);
  }
}
