// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.yaml;

import io.mailscope.agent.settings.HashKey;
import io.mailscope.agent.settings.OwnSettings;
import io.mailscope.core.settings.MailSettings;
import io.mailscope.core.settings.Setting;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Our own settings in a configuration file. */
final class FileSettings {

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
