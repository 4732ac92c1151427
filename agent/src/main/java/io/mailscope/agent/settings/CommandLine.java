// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.settings;

import static java.util.Arrays.asList;
import static java.util.Collections.unmodifiableList;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Resource attributes that can hold passwords, as mail servers are given them by {@code -D}. */
public final class CommandLine {

  /** Their names. */
  public static final List<String> ATTRIBUTES =
      unmodifiableList(asList("process.command_args", "process.command_line"));

  static final String DISABLED_KEYS = "otel.resource.disabled.keys";

  private CommandLine() {}

  static void remove(AgentProperties properties) {
    Set<String> keys = new LinkedHashSet<>(properties.list(DISABLED_KEYS));
    keys.addAll(ATTRIBUTES);
    properties.set(DISABLED_KEYS, String.join(",", keys));
  }
}
