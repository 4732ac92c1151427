// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.inagent;

import io.opentelemetry.api.common.Attributes;
import java.util.LinkedHashMap;
import java.util.Map;

/** Attributes as a map. */
final class AttributeValues {

  private AttributeValues() {}

  static Map<String, Object> of(Attributes attributes) {
    Map<String, Object> map = new LinkedHashMap<>();
    attributes.forEach((key, value) -> map.put(key.getKey(), value));
    return map;
  }
}
