// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.settings;

import com.google.auto.service.AutoService;
import io.mailscope.agent.MailModules;
import io.mailscope.agent.StartLog;
import io.mailscope.core.MailscopeVersion;
import io.mailscope.core.settings.MailSettings;
import io.mailscope.core.settings.ModuleSwitches;
import io.mailscope.core.settings.Setting;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Gives the agent a mail server's defaults, and takes out values that would stop it. Not called
 * where the operator uses a configuration file.
 */
@AutoService(AutoConfigurationCustomizerProvider.class)
public final class MailDefaults implements AutoConfigurationCustomizerProvider {

  @Override
  public void customize(AutoConfigurationCustomizer configuration) {
    configuration.addPropertiesSupplier(MailDefaults::defaults);
    configuration.addPropertiesCustomizer(MailDefaults::changes);
  }

  private static Map<String, String> defaults() {
    Map<String, String> defaults = new HashMap<>();
    // GreenMail's thread names hold the peer's address.
    defaults.put("otel.javaagent.add-thread-details", "false");
    // The agent's own default would look like the operator's will.
    defaults.put(Signal.PROTOCOL, "");
    return defaults;
  }

  private static Map<String, String> changes(ConfigProperties config) {
    AgentProperties properties = new AgentProperties(config);
    try {
      change(properties);
    } catch (RuntimeException | LinkageError e) {
      StartLog.warn("mailscope's defaults are not complete: " + e);
      if (properties.get(Signal.PROTOCOL) == null) {
        properties.set(Signal.PROTOCOL, OtlpProtocols.HTTP);
      }
      CommandLine.remove(properties);
    }
    return properties.changes();
  }

  private static void change(AgentProperties properties) {
    OtlpEndpoints.check(properties);
    new Exporters(properties).apply();
    new OtlpProtocols(properties).apply();
    new PrometheusListener(properties).apply();
    switchModules(properties);
    spareJames(properties);
    applyOwn(properties);
    sayWhereTelemetryGoes(properties);
  }

  private static void sayWhereTelemetryGoes(AgentProperties properties) {
    if (Boolean.parseBoolean(properties.get("otel.sdk.disabled"))) {
      return;
    }
    String spans = properties.get(Signal.TRACES.exporter());
    String metrics = properties.get(Signal.METRICS.exporter());
    boolean isConsole = spans.equals(Exporters.CONSOLE) || metrics.equals(Exporters.CONSOLE);
    StartLog.info(
        "mailscope "
            + MailscopeVersion.VERSION
            + ": spans go to "
            + spans
            + ", metrics to "
            + metrics
            + (isConsole ? "; " + Signal.ENDPOINT + " sends them to a collector" : ""));
  }

  private static void switchModules(AgentProperties properties) {
    Function<String, String> values = name -> properties.get(ModuleSwitches.property(name));
    OwnSettings.checkSwitches(values);
    Map<String, Boolean> decided = new HashMap<>();
    for (String module : MailModules.NAMES) {
      decided.put(module, ModuleSwitches.decide(module, values));
    }
    decided.forEach(
        (module, enabled) -> {
          if (enabled == null) {
            properties.unset(ModuleSwitches.property(module));
          } else {
            properties.set(ModuleSwitches.property(module), enabled.toString());
          }
        });
  }

  private static void spareJames(AgentProperties properties) {
    boolean isOn = !"false".equals(properties.get("otel.instrumentation.common.default-enabled"));
    if (properties.get(JamesReactor.PROPERTY) == null && isOn && JamesReactor.isHere()) {
      properties.set(JamesReactor.PROPERTY, "false");
      StartLog.info(JamesReactor.reason());
    }
  }

  private static void applyOwn(AgentProperties properties) {
    Function<Setting, String> values = setting -> properties.get(setting.property());
    OwnSettings.check(values, Setting::property);
    String key = HashKey.missing(values, Setting::property);
    if (key != null) {
      properties.set(Setting.CAPTURE_USER_KEY.property(), key);
    }
    if (!MailSettings.from(values).keepCommandLine()) {
      CommandLine.remove(properties);
    }
  }
}
