// SPDX-License-Identifier: Apache-2.0
package io.mailscope.hook.check;

import io.mailscope.hook.Hook;
import io.mailscope.hook.HookedType;
import io.mailscope.hook.MailInstrumentationModule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.pool.TypePool;

/** Which hooks of a module meet a method of a server, by its class files. */
public final class HookFindings {

  private final List<String> missing = new ArrayList<>();
  private int met;

  private HookFindings() {}

  /**
   * Looks up what the hooks are for, and loads none of it.
   *
   * @param server the loader of the server's classes
   */
  public static HookFindings of(MailInstrumentationModule module, ClassLoader server) {
    TypePool pool =
        new TypePool.Default.WithLazyResolution(
            new TypePool.CacheProvider.Simple(),
            ClassFileLocator.ForClassLoader.of(server),
            TypePool.Default.ReaderMode.FAST);
    Map<String, List<Hook>> alternatives = new LinkedHashMap<>();
    HookFindings findings = new HookFindings();
    for (HookedType type : module.hookedTypes()) {
      for (Hook hook : Hook.of(type)) {
        if (hook.alternative() == null) {
          findings.add(hook.name(), hook.methodsMet(pool).isEmpty() ? 0 : 1);
        } else {
          alternatives.computeIfAbsent(hook.alternative(), name -> new ArrayList<>()).add(hook);
        }
      }
    }
    for (Map.Entry<String, List<Hook>> alternative : alternatives.entrySet()) {
      findings.addAlternative(alternative.getKey(), alternative.getValue(), pool);
    }
    return findings;
  }

  private void addAlternative(String purpose, List<Hook> hooks, TypePool pool) {
    StringBuilder names = new StringBuilder();
    int count = 0;
    for (Hook hook : hooks) {
      names.append(names.length() == 0 ? "" : " or ").append(hook.name());
      count += hook.methodsMet(pool).isEmpty() ? 0 : 1;
    }
    add(names + " (" + purpose + ")", count);
  }

  private void add(String name, int count) {
    met += count;
    if (count == 0) {
      missing.add(name);
    }
  }

  /** How many hooks met a method. */
  public int met() {
    return met;
  }

  /** The names of hooks that met nothing; of alternatives, one for all. */
  public List<String> missing() {
    return missing;
  }
}
