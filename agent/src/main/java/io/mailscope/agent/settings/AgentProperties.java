// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.settings;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the operator has set, and what we make of it. Blank counts as not set, as the specification
 * wants for environment variables. Not thread-safe.
 */
final class AgentProperties {

  private final ConfigProperties config;
  private final Map<String, String> changes = new HashMap<>();

  AgentProperties(ConfigProperties config) {
    this.config = config;
  }

  /** The value as it stands now; null if not set. */
  String get(String property) {
    String value =
        changes.containsKey(property) ? changes.get(property) : config.getString(property);
    return value == null || value.trim().isEmpty() ? null : value.trim();
  }

  /** Whether the operator has written the property, with a blank value perhaps. */
  boolean isWritten(String property) {
    return config.getString(property) != null;
  }

  void set(String property, String value) {
    changes.put(property, value);
  }

  /** Makes the SDK see the property as not set: it takes a null for that, but not a blank. */
  void unset(String property) {
    changes.put(property, null);
  }

  /** The components that there are in the agent and its extensions, for names that they define. */
  <T> Iterable<T> components(Class<T> type) {
    return config.getComponentLoader().load(type);
  }

  /** The values between commas, without blanks. */
  List<String> list(String property) {
    List<String> values = new ArrayList<>();
    String text = get(property);
    if (text != null) {
      for (String value : text.split(",")) {
        if (!value.trim().isEmpty()) {
          values.add(value.trim());
        }
      }
    }
    return values;
  }

  /** To be laid over the operator's values. */
  Map<String, String> changes() {
    return changes;
  }
}
