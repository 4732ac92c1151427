// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What several servers take their time for, at the same time. */
final class AtOnce {

  private AtOnce() {}

  /** Does it to each, and waits until that is done. */
  static <T> void each(Collection<T> all, Consumer<T> action) {
    all.stream()
        .map(one -> start(() -> action.accept(one)))
        .toList()
        .forEach(CompletableFuture::join);
  }

  /** Each in a thread of its own: they wait for servers. */
  static CompletableFuture<Void> start(Runnable action) {
    return CompletableFuture.runAsync(action, task -> new Thread(task, "at once").start());
  }
}
