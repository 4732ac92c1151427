// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.subethasmtp;

import io.opentelemetry.api.trace.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * An application's own authenticator: users with several named keys, a cache of those that were
 * right, and a limit of wrong ones. It knows OpenTelemetry's API and nothing else.
 */
final class KeyRing {

  private static final int LIMIT = 2;

  private final Map<String, Map<String, String>> keys;
  private final Map<String, String> cache = new HashMap<>();
  private final Map<String, Integer> wrong = new HashMap<>();
  private final Set<String> senders = new HashSet<>();

  /**
   * @param keys for each user the names of the keys by the keys
   */
  KeyRing(Map<String, Map<String, String>> keys, String... senders) {
    this.keys = keys;
    this.senders.addAll(Set.of(senders));
  }

  /** Whether the user may log in. */
  synchronized boolean check(String user, String key) {
    Span span = Span.current();
    if (wrong.getOrDefault(user, 0) >= LIMIT) {
      span.setAttribute("smtp.auth.rate_limited", true);
      return false;
    }
    String name = cache.get(user + '\0' + key);
    span.setAttribute("smtp.auth.cache_hit", name != null);
    if (name == null) {
      name = keys.getOrDefault(user, Map.of()).get(key);
    }
    if (name == null) {
      wrong.merge(user, 1, Integer::sum);
      span.setAttribute(
          "smtp.auth.failure_reason", keys.containsKey(user) ? "invalid_key" : "user_not_found");
      return false;
    }
    span.setAttribute("smtp.auth.key_name", name);
    if (!senders.contains(user)) {
      span.setAttribute("smtp.auth.failure_reason", "missing_scope");
      return false;
    }
    cache.put(user + '\0' + key, name);
    return true;
  }
}
