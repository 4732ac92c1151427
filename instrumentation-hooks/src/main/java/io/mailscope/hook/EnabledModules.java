// SPDX-License-Identifier: Apache-2.0
package io.mailscope.hook;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The modules that are switched on, by their landmarks.
 *
 * <p>The agent asks an enabled module for its types, and no other: so no second reading of the
 * operator's switches can differ from the agent's own. Thread-safe.
 */
public final class EnabledModules {

  private static final Map<String, Map<String, MailInstrumentationModule>> BY_LANDMARK =
      new ConcurrentHashMap<>();

  private EnabledModules() {}

  static void add(MailInstrumentationModule module) {
    BY_LANDMARK
        .computeIfAbsent(module.landmark(), landmark -> new ConcurrentHashMap<>())
        .put(module.instrumentationName(), module);
  }

  /** The modules that recognise their server by this class; empty for nearly every class. */
  public static Collection<MailInstrumentationModule> byLandmark(String className) {
    Map<String, MailInstrumentationModule> modules = BY_LANDMARK.get(className);
    return modules == null ? Collections.<MailInstrumentationModule>emptyList() : modules.values();
  }
}
