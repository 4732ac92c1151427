// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.yaml;

import io.mailscope.agent.MailModules;
import io.mailscope.agent.StartLog;
import io.mailscope.agent.settings.JamesReactor;
import io.mailscope.core.settings.ModuleSwitches;
import java.util.List;
import java.util.Map;

/**
 * Module switches of a configuration file. They stand in the lists {@code enabled} and {@code
 * disabled}, which the agent compares with a module's own name only; here a family's name counts
 * for its modules, the most specific name winning.
 */
final class FileModules {

  private static final String[] PATH = {"distribution", "javaagent", "instrumentation"};

  private FileModules() {}

  /** Where a switch stands in a configuration file, as said to the operator. */
  static String placeOf(String name) {
    return key(name) + " in " + String.join(".", PATH) + ".enabled or .disabled";
  }

  static void apply(Map<String, Object> tree) {
    Map<String, Object> node = Nodes.map(tree, PATH);
    List<Object> enabled = Nodes.list(node, "enabled");
    List<Object> disabled = Nodes.list(node, "disabled");
    for (String module : MailModules.NAMES) {
      Boolean decided = ModuleSwitches.decide(module, name -> value(name, enabled, disabled));
      if (decided != null) {
        String key = key(module);
        enabled.remove(key);
        disabled.remove(key);
        (decided ? enabled : disabled).add(key);
      }
    }
    if (value(JamesReactor.NAME, enabled, disabled) == null && JamesReactor.isHere()) {
      disabled.add(JamesReactor.NAME);
      StartLog.info(JamesReactor.reason());
    }
  }

  private static String value(String name, List<Object> enabled, List<Object> disabled) {
    if (disabled.contains(key(name))) {
      return "false";
    }
    return enabled.contains(key(name)) ? "true" : null;
  }

  private static String key(String name) {
    return name.replace('-', '_');
  }
}
