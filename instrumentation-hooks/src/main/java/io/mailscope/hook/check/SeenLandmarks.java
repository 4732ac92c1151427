// SPDX-License-Identifier: Apache-2.0
package io.mailscope.hook.check;

import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The landmarks that one class loader has shown already, and what was said about them. Thread-safe.
 */
final class SeenLandmarks {

  private final Set<String> names =
      Collections.newSetFromMap(new ConcurrentHashMap<String, Boolean>());
  private final Set<String> lines =
      Collections.newSetFromMap(new ConcurrentHashMap<String, Boolean>());

  boolean isNew(String landmark) {
    return names.add(landmark);
  }

  /** Whether it was not said yet: modules that share their name may lack the same. */
  boolean isNewLine(String line) {
    return lines.add(line);
  }
}
