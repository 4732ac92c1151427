// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The spans and meters that the operator does not want: full names, or prefixes ending in {@code
 * *}.
 *
 * <p>A prefix leaves {@code {protocol}.command.duration} alone: who switches off the spans {@code
 * smtp.command.*} seldom means the meter that measures them. Immutable and thread-safe.
 */
public final class DisabledEvents {

  /** Nothing is disabled. */
  public static final DisabledEvents EMPTY = new DisabledEvents(Collections.<String>emptyList());

  private static final String BY_FULL_NAME_ONLY = ".command.duration";

  private final Set<String> names = new HashSet<>();
  private final List<String> prefixes = new ArrayList<>();

  private DisabledEvents(Collection<String> entries) {
    for (String entry : entries) {
      if (isPrefix(entry)) {
        prefixes.add(entry.substring(0, entry.length() - 1));
      } else {
        names.add(entry);
      }
    }
  }

  /** Names and prefixes, separated by commas. */
  public static DisabledEvents parse(String value) {
    List<String> entries = entries(value);
    return entries.isEmpty() ? EMPTY : new DisabledEvents(entries);
  }

  /** The entries of such a list, as they stand, in order. */
  public static List<String> entries(String value) {
    List<String> entries = new ArrayList<>();
    if (value != null) {
      for (String entry : value.split(",")) {
        if (!entry.trim().isEmpty()) {
          entries.add(entry.trim());
        }
      }
    }
    return entries;
  }

  /** Whether the span or meter of this name is not to be made. */
  public boolean contains(String name) {
    if (names.contains(name)) {
      return true;
    }
    if (prefixes.isEmpty() || name.endsWith(BY_FULL_NAME_ONLY)) {
      return false;
    }
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** Whether nothing is disabled. */
  public boolean isEmpty() {
    return names.isEmpty() && prefixes.isEmpty();
  }

  private static boolean isPrefix(String entry) {
    return entry.endsWith("*");
  }
}
