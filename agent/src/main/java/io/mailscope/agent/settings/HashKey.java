// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.settings;

import io.mailscope.agent.StartLog;
import io.mailscope.core.settings.Setting;
import io.mailscope.core.settings.SettingParser;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.function.Function;

/** The key of {@code capture-user=hash} where the operator gives none. */
public final class HashKey {

  private static final int BITS = 256;

  private HashKey() {}

  /**
   * A new key if one is needed, after saying so in the log, where the key itself never is.
   *
   * @param values the text of a setting, or null
   * @param names how the operator knows a setting
   * @return null where hashing was not asked for, or has its key
   */
  public static String missing(Function<Setting, String> values, Function<Setting, String> names) {
    if (!SettingParser.isHash(values.apply(Setting.CAPTURE_USER))
        || !SettingParser.isBlank(values.apply(Setting.CAPTURE_USER_KEY))) {
      return null;
    }
    StartLog.info(
        names.apply(Setting.CAPTURE_USER)
            + "=hash has a random key until the next start; set "
            + names.apply(Setting.CAPTURE_USER_KEY)
            + " to correlate across nodes and restarts");
    return new BigInteger(BITS, new SecureRandom()).toString(16);
  }
}
