// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent;

import io.mailscope.core.settings.Sanitizer;
import java.util.logging.Logger;

/**
 * What the operator is told at start: one line each, on the agent's own log, which is stderr unless
 * {@code otel.javaagent.logging} says otherwise.
 */
public final class StartLog {

  private static final Logger logger = Logger.getLogger("mailscope");

  private StartLog() {}

  /** Something that the operator may like to know. */
  public static void info(String message) {
    logger.info(message);
  }

  /** Something that the operator has to mend. */
  public static void warn(String message) {
    logger.warning(message);
  }

  /**
   * A wrong value, in the same words everywhere.
   *
   * @param property as in {@code -Dproperty=value}
   * @param value what it was set to; null where it could hold a secret
   * @param accepts what it accepts, in words
   * @param instead what happens now
   */
  public static void wrongValue(String property, String value, String accepts, String instead) {
    String given = value == null ? property : property + "=" + Sanitizer.clean(value);
    warn(given + " is not understood: it accepts " + accepts + "; " + instead);
  }
}
