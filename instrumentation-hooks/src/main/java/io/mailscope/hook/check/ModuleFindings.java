// SPDX-License-Identifier: Apache-2.0
package io.mailscope.hook.check;

import io.mailscope.hook.MailInstrumentationModule;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;

/** What the check of one module in one class loader found. */
final class ModuleFindings {

  private final String module;
  private final HookFindings hooks;
  private final List<String> mismatches;

  private ModuleFindings(String module, HookFindings hooks, List<String> mismatches) {
    this.module = module;
    this.hooks = hooks;
    this.mismatches = mismatches;
  }

  static ModuleFindings of(MailInstrumentationModule module, ClassLoader server) {
    return new ModuleFindings(
        module.instrumentationName(),
        HookFindings.of(module, server),
        MuzzleMismatches.of(module, server));
  }

  String module() {
    return module;
  }

  /** Hooks that are in place. */
  int applied() {
    return mismatches.isEmpty() ? hooks.met() : 0;
  }

  /** Hooks that are not; all of them where the agent left the module out. */
  int missing() {
    return hooks.missing().size() + (mismatches.isEmpty() ? 0 : hooks.met());
  }

  /** A module that the agent left out shows nothing; one with a hook missing may show half. */
  Level level() {
    return mismatches.isEmpty() ? Level.WARNING : Level.INFO;
  }

  /** What is missing; empty where all is well. */
  List<String> lines(String server) {
    String where = "mailscope: " + server + ": " + module;
    List<String> lines = new ArrayList<>();
    if (mismatches.isEmpty()) {
      for (String hook : hooks.missing()) {
        lines.add(where + ": hook " + hook + " matched nothing");
      }
    } else {
      int others = mismatches.size() - 1;
      String first = mismatches.get(0);
      lines.add(
          where
              + " not applied"
              + (first.isEmpty() ? "" : ": missing " + first)
              + (others > 0 ? " and " + others + " more" : ""));
    }
    return lines;
  }
}
