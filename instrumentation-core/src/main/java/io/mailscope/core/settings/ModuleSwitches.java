// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Whether an instrumentation module is on: the most specific name that is set wins.
 *
 * <p>{@code mail-smtp-greenmail} goes by its own name, then {@code mail-smtp}, then {@code mail}.
 * Upstream would want all of a module's names on together.
 */
public final class ModuleSwitches {

  private ModuleSwitches() {}

  /** The names that a module goes by, its own first, {@code mail} last. */
  public static List<String> names(String module) {
    List<String> names = new ArrayList<>();
    for (int end = module.length(); end > 0; end = module.lastIndexOf('-', end - 1)) {
      names.add(module.substring(0, end));
    }
    return names;
  }

  /** The property that switches everything of this name. */
  public static String property(String name) {
    return "otel.instrumentation." + name + ".enabled";
  }

  /**
   * The operator's will.
   *
   * @param values the text that a name's switch was set to, or null; wrong values count as not set
   * @return null where none of the names is set: upstream's default decides
   */
  public static Boolean decide(String module, Function<String, String> values) {
    for (String name : names(module)) {
      Boolean enabled = SettingParser.bool(values.apply(name));
      if (enabled != null) {
        return enabled;
      }
    }
    return null;
  }
}
