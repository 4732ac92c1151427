// SPDX-License-Identifier: Apache-2.0
package io.mailscope.hook.check;

import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.tooling.muzzle.Mismatch;
import io.opentelemetry.javaagent.tooling.muzzle.ReferenceMatcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why the agent leaves a module out. Muzzle is internal to the agent: where it is not as it was, no
 * module counts as left out.
 */
final class MuzzleMismatches {

  private static final Pattern MISSING = Pattern.compile("Missing \\w+ ([\\w.$]+(?:#[\\w$<>]+)?)");

  private MuzzleMismatches() {}

  /**
   * The classes, methods and fields that the server lacks; an empty name for one that muzzle
   * describes in other words. Empty if the module fits.
   */
  static List<String> of(InstrumentationModule module, ClassLoader server) {
    Set<String> missing = new LinkedHashSet<>();
    try {
      for (Mismatch mismatch : ReferenceMatcher.of(module).getMismatchedReferenceSources(server)) {
        missing.add(nameIn(mismatch.toString()));
      }
    } catch (LinkageError | RuntimeException e) {
      return Collections.emptyList();
    }
    return new ArrayList<>(missing);
  }

  private static String nameIn(String description) {
    Matcher matcher = MISSING.matcher(description);
    return matcher.find() ? matcher.group(1) : "";
  }
}
