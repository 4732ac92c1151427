// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.matrix;

import io.mailscope.hook.Hook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which method each hook met on which versions: a line for each pair of hook and method, {@code -}
 * for none, with the ranges of versions.
 */
final class HookTable {

  private static final String NOTHING = "-";

  private final List<String> versions;
  private final Map<String, Map<String, Set<Integer>>> rows = new LinkedHashMap<>();

  /**
   * @param versions oldest first
   */
  HookTable(List<String> versions) {
    this.versions = versions;
  }

  /** Adds what was met on one version. */
  void add(String version, Map<Hook, Set<String>> methods) {
    methods.forEach(
        (hook, met) -> {
          for (String method : met.isEmpty() ? Set.of(NOTHING) : met) {
            rows.computeIfAbsent(hook.name(), name -> new LinkedHashMap<>())
                .computeIfAbsent(method, name -> new TreeSet<>())
                .add(versions.indexOf(version));
          }
        });
  }

  /** The table; the methods in the order of their first version. */
  @Override
  public String toString() {
    StringBuilder table = new StringBuilder();
    rows.forEach(
        (hook, methods) -> {
          table.append(hook).append('\n');
          methods.forEach(
              (method, on) -> table.append(String.format("  %-28s %s%n", ranges(on), method)));
        });
    return table.toString();
  }

  private String ranges(Set<Integer> on) {
    if (on.size() == versions.size()) {
      return "all";
    }
    StringBuilder ranges = new StringBuilder();
    for (int from = 0; from < versions.size(); from++) {
      if (on.contains(from) && !on.contains(from - 1)) {
        int to = from;
        while (on.contains(to + 1)) {
          to++;
        }
        ranges.append(ranges.isEmpty() ? "" : ", ").append(range(from, to));
      }
    }
    return ranges.toString();
  }

  private String range(int from, int to) {
    if (from == to) {
      return versions.get(from);
    }
    String start = from == 0 ? "" : versions.get(from) + " ";
    return start + (to == versions.size() - 1 ? "and later" : "to " + versions.get(to));
  }
}
