// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.meter;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps {@code error.type} on meters bounded: the first {@value #LIMIT} distinct values pass, all
 * later ones are {@code _OTHER}. Thread-safe.
 */
final class ErrorTypes {

  static final int LIMIT = 64;

  private final Set<String> known = ConcurrentHashMap.newKeySet();

  String bounded(String type) {
    if (known.contains(type)) {
      return type;
    }
    // Two threads can pass the limit together; one more series does no harm.
    if (known.size() < LIMIT) {
      known.add(type);
      return type;
    }
    return "_OTHER";
  }
}
