// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.settings;

import io.mailscope.agent.MailModules;
import io.mailscope.agent.StartLog;
import io.mailscope.core.catalog.TelemetryCatalog;
import io.mailscope.core.settings.DisabledEvents;
import io.mailscope.core.settings.ModuleSwitches;
import io.mailscope.core.settings.Setting;
import io.mailscope.core.settings.SettingParser;
import java.util.function.Function;

/**
 * Says which values of our own settings are wrong, one line each. What happens with them is decided
 * where they are read: they count as not set.
 */
public final class OwnSettings {

  private static final String PREFIX = "otel.instrumentation.mail.";

  private final Function<Setting, String> values;
  private final Function<Setting, String> names;

  private OwnSettings(Function<Setting, String> values, Function<Setting, String> names) {
    this.values = values;
    this.names = names;
  }

  /**
   * Checks all settings of ours.
   *
   * @param values the text of a setting, or null
   * @param names how the operator knows a setting
   */
  public static void check(Function<Setting, String> values, Function<Setting, String> names) {
    OwnSettings own = new OwnSettings(values, names);
    for (Setting setting : Setting.values()) {
      if (setting.property().startsWith(PREFIX) && !SettingParser.isBlank(values.apply(setting))) {
        own.check(setting);
      }
    }
  }

  /**
   * Checks the switches of modules and families.
   *
   * @param values the text that a name's switch was set to, or null
   */
  static void checkSwitches(Function<String, String> values) {
    for (String name : MailModules.switches()) {
      String value = values.apply(name);
      if (!SettingParser.isBlank(value) && SettingParser.bool(value) == null) {
        StartLog.wrongValue(
            ModuleSwitches.property(name), value, "true, false", "it counts as not set");
      }
    }
  }

  private void check(Setting setting) {
    if (setting.status() == Setting.Status.RESERVED) {
      StartLog.warn(names.apply(setting) + " has no effect in this version");
    } else if (setting == Setting.DISABLED_EVENTS) {
      checkDisabledEvents();
    } else if (isWrong(setting, values.apply(setting))) {
      StartLog.wrongValue(
          names.apply(setting),
          values.apply(setting),
          setting.accepts().replace("`", ""),
          "the default is used: " + setting.defaultValue());
    }
  }

  private static boolean isWrong(Setting setting, String value) {
    if (setting.isBoolean()) {
      return SettingParser.bool(value) == null;
    }
    return setting == Setting.CAPTURE_USER && !SettingParser.isCapturePolicy(value);
  }

  private void checkDisabledEvents() {
    for (String entry : DisabledEvents.entries(values.apply(Setting.DISABLED_EVENTS))) {
      DisabledEvents disabled = DisabledEvents.parse(entry);
      if (TelemetryCatalog.names().stream().noneMatch(disabled::contains)) {
        StartLog.wrongValue(
            names.apply(Setting.DISABLED_EVENTS),
            entry,
            Setting.DISABLED_EVENTS.accepts().replace("`", ""),
            "no span or meter has that name");
      }
    }
  }
}
