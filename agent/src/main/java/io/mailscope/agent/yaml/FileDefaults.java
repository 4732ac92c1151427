// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.yaml;

import com.google.auto.service.AutoService;
import io.mailscope.agent.StartLog;
import io.mailscope.core.MailscopeVersion;
import io.mailscope.core.settings.MailSettings;
import io.opentelemetry.sdk.autoconfigure.declarativeconfig.DeclarativeConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.declarativeconfig.DeclarativeConfigurationCustomizerProvider;
import io.opentelemetry.sdk.autoconfigure.declarativeconfig.model.OpenTelemetryConfigurationModel;
import java.util.Map;

/** Adds to the operator's configuration file what cannot be written in it. */
@AutoService(DeclarativeConfigurationCustomizerProvider.class)
public final class FileDefaults implements DeclarativeConfigurationCustomizerProvider {

  @Override
  public void customize(DeclarativeConfigurationCustomizer configuration) {
    configuration.addModelCustomizer(FileDefaults::complete);
  }

  @Override
  public int order() {
    // Before the agent reads the module switches (0) and before the operator's own customizers.
    return -100;
  }

  private static OpenTelemetryConfigurationModel complete(OpenTelemetryConfigurationModel model) {
    try {
      ConfigurationTree trees = new ConfigurationTree();
      Map<String, Object> tree = trees.of(model);
      FileSettings.warnOfProperties(
          tree, name -> System.getProperty(name) != null || System.getenv(name) != null);
      MailSettings settings = FileSettings.apply(tree);
      if (!settings.keepCommandLine()) {
        FileResource.removeCommandLine(tree);
      }
      FileResource.addDetector(tree);
      FileModules.apply(tree);
      OpenTelemetryConfigurationModel completed = trees.model(tree);
      StartLog.info("mailscope " + MailscopeVersion.VERSION + " follows the configuration file");
      return completed;
    } catch (RuntimeException | LinkageError e) {
      StartLog.warn(
          "mailscope's defaults are not added to the configuration file, and the resource keeps"
              + " the server's command line if a detector finds it: "
              + e);
      return model;
    }
  }
}
