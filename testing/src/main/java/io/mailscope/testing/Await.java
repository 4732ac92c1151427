// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits on conditions, never on time. */
public final class Await {

  /** Generous, since it is only used up by a test that fails. */
  public static final Duration DEADLINE = Duration.ofSeconds(60);

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private Await() {}

  /** As {@link #until(Duration, BooleanSupplier, Supplier)} with the usual deadline. */
  public static void until(BooleanSupplier condition, Supplier<String> whatIsMissing) {
    until(DEADLINE, condition, whatIsMissing);
  }

  /**
   * Returns as soon as {@code condition} holds.
   *
   * @throws AssertionError if it does not before the deadline; {@code whatIsMissing} says why
   */
  public static void until(
      Duration deadline, BooleanSupplier condition, Supplier<String> whatIsMissing) {
    long end = System.nanoTime() + deadline.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("Not within " + deadline + ": " + whatIsMissing.get());
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
