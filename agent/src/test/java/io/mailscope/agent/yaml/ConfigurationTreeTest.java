// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.agent.MailModules;
import io.mailscope.agent.resource.MailscopeResourceDetector;
import io.opentelemetry.sdk.autoconfigure.declarativeconfig.DeclarativeConfiguration;
import io.opentelemetry.sdk.autoconfigure.declarativeconfig.model.OpenTelemetryConfigurationModel;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConfigurationTreeTest {

  private final ConfigurationTree trees = new ConfigurationTree();
  private OpenTelemetryConfigurationModel model;

  @BeforeEach
  void parse() throws Exception {
    try (InputStream yaml = getClass().getResourceAsStream("/every-part.yaml")) {
      model = DeclarativeConfiguration.parse(yaml);
    }
  }

  @Test
  void everyPartOfAFileSurvivesTheWayThereAndBack() {
    Map<String, Object> tree = trees.of(model);
    assertThat(trees.model(tree)).isEqualTo(model);
    assertThat(tree)
        .containsOnlyKeys(
            "file_format",
            "attribute_limits",
            "logger_provider",
            "meter_provider",
            "propagator",
            "tracer_provider",
            "resource",
            "instrumentation/development",
            "distribution");
  }

  @Test
  @SuppressWarnings("unchecked")
  void commandLineIsExcludedBesideWhatTheFileExcludes() {
    Map<String, Object> tree = trees.of(model);
    FileResource.removeCommandLine(tree);
    FileResource.removeCommandLine(tree);
    Map<String, Object> attributes =
        Nodes.map(trees.of(trees.model(tree)), "resource", "detection/development", "attributes");
    assertThat((List<Object>) attributes.get("excluded"))
        .containsExactly("host.id", "process.command_args", "process.command_line");
    assertThat((List<Object>) attributes.get("included")).containsExactly("host.*", "process.*");
  }

  @Test
  @SuppressWarnings("unchecked")
  void detectorStandsFirstAndOnce() {
    Map<String, Object> tree = trees.of(model);
    FileResource.addDetector(tree);
    FileResource.addDetector(tree);
    Map<String, Object> detection =
        Nodes.map(trees.of(trees.model(tree)), "resource", "detection/development");
    List<Map<String, Object>> detectors = (List<Map<String, Object>>) detection.get("detectors");
    assertThat(detectors).hasSize(3);
    assertThat(detectors.get(0)).containsKey(MailscopeResourceDetector.NAME);
    assertThat(detectors.get(1)).containsKey("process");
  }

  @Test
  @SuppressWarnings("unchecked")
  void modulesFollowTheMostSpecificName() {
    Map<String, Object> tree = trees.of(model);
    FileModules.apply(tree);
    Map<String, Object> node =
        Nodes.map(trees.of(trees.model(tree)), "distribution", "javaagent", "instrumentation");
    Map<Boolean, List<String>> modules =
        MailModules.NAMES.stream()
            .map(name -> name.replace('-', '_'))
            .collect(Collectors.partitioningBy(name -> name.startsWith("mail_smtp_")));
    assertThat((List<Object>) node.get("enabled"))
        .contains("jdbc", "mail")
        .containsAll(modules.get(false))
        .hasSize(2 + modules.get(false).size());
    assertThat((List<Object>) node.get("disabled"))
        .contains("mail_smtp")
        .containsAll(modules.get(true))
        .hasSize(1 + modules.get(true).size());
    assertThat(node.get("default_enabled")).isEqualTo(false);
  }
}
