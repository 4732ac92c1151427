// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.yaml;

import static java.util.Arrays.asList;

import io.mailscope.agent.MailModules;
import io.mailscope.agent.StartLog;
import io.mailscope.agent.settings.HashKey;
import io.mailscope.agent.settings.OwnSettings;
import io.mailscope.core.settings.MailSettings;
import io.mailscope.core.settings.ModuleSwitches;
import io.mailscope.core.settings.Setting;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Our own settings in a configuration file. */
final class FileSettings {

  private static final String PREFIX = "otel.instrumentation.mail.";
  private static final String[] PATH = {"instrumentation/development", "java", "mail"};

  private FileSettings() {}

  /** Checks the settings, and gives hashing a key where it has none. */
  static MailSettings apply(Map<String, Object> tree) {
    Map<String, Object> node = Nodes.map(tree, PATH);
    // A key of digits alone is a number in YAML.
    node.computeIfPresent(Setting.CAPTURE_USER_KEY.yamlKey(), (key, value) -> value.toString());
    Function<Setting, String> values = setting -> text(node.get(setting.yamlKey()));
    OwnSettings.check(values, FileSettings::name);
    String key = HashKey.missing(values, FileSettings::name);
    if (key != null) {
      node.put(Setting.CAPTURE_USER_KEY.yamlKey(), key);
    }
    return MailSettings.from(values);
  }

  /**
   * Says which of our settings are given as properties or environment variables only: beside a file
   * the agent reads neither, and what was to be left out of telemetry would be in it.
   *
   * @param isSet whether there is a property or environment variable of a name
   */
  static void warnOfProperties(Map<String, Object> tree, Predicate<String> isSet) {
    Map<String, Object> node = Nodes.map(tree, PATH);
    for (Setting setting : Setting.values()) {
      if (!setting.property().startsWith(PREFIX) || node.containsKey(setting.yamlKey())) {
        continue;
      }
      warnOf(setting.property(), isSet, name(setting));
    }
    for (String name : MailModules.switches()) {
      warnOf(ModuleSwitches.property(name), isSet, FileModules.placeOf(name));
    }
  }

  private static void warnOf(String property, Predicate<String> isSet, String place) {
    for (String name : asList(property, Setting.environmentVariable(property))) {
      if (isSet.test(name)) {
        StartLog.warn(name + " has no effect beside otel.config.file; write it there: " + place);
      }
    }
  }

  private static String name(Setting setting) {
    return String.join(".", PATH) + "." + setting.yamlKey();
  }

  private static String text(Object value) {
    if (value instanceof List) {
      return ((List<?>) value).stream().map(String::valueOf).collect(Collectors.joining(","));
    }
    return value == null ? null : value.toString();
  }
}
