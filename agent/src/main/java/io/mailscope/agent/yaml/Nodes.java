// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Steps down a configuration tree, making what is not there. */
final class Nodes {

  private Nodes() {}

  /** The map below the keys, one after the other. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Map<String, Object> tree, String... keys) {
    Map<String, Object> node = tree;
    for (String key : keys) {
      Object child = node.get(key);
      if (!(child instanceof Map)) {
        child = new LinkedHashMap<String, Object>();
        node.put(key, child);
      }
      node = (Map<String, Object>) child;
    }
    return node;
  }

  /** The list of a map's key, as one that can be changed. */
  static List<Object> list(Map<String, Object> node, String key) {
    Object old = node.get(key);
    List<Object> list = old instanceof List ? new ArrayList<>((List<?>) old) : new ArrayList<>();
    node.put(key, list);
    return list;
  }
}
