// SPDX-License-Identifier: Apache-2.0
package io.mailscope.hook.check;

import io.mailscope.hook.MailInstrumentationModule;
import java.util.List;
import java.util.logging.Logger;

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

  /** Says what is missing, and nothing where all is well. */
  void log(String server, Logger logger) {
    String where = "mailscope: " + server + ": " + module;
    if (mismatches.isEmpty()) {
      for (String hook : hooks.missing()) {
        logger.warning(where + ": hook " + hook + " matched nothing");
      }
    } else {
      int others = mismatches.size() - 1;
      String first = mismatches.get(0);
      logger.info(
          where
              + " not applied"
              + (first.isEmpty() ? "" : ": missing " + first)
              + (others > 0 ? " and " + others + " more" : ""));
    }
  }
}
