// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.yaml;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.sdk.autoconfigure.declarativeconfig.model.OpenTelemetryConfigurationModel;
import java.util.Map;

/**
 * Turns the SDK's model of a configuration file into maps and lists named as in the file, and back.
 * The model's classes are renamed from one SDK version to the next; the file's names are not.
 */
final class ConfigurationTree {

  // Absent properties stay absent; an entry that is there without a value stays there.
  private final ObjectMapper mapper =
      new ObjectMapper()
          .setDefaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS));

  /**
   * The model as a tree.
   *
   * @throws IllegalArgumentException if the tree would not be the same model again
   */
  @SuppressWarnings("unchecked")
  Map<String, Object> of(OpenTelemetryConfigurationModel model) {
    Map<String, Object> tree = mapper.convertValue(model, Map.class);
    if (!model(tree).equals(model)) {
      throw new IllegalArgumentException("this SDK's configuration has parts unknown to mailscope");
    }
    return tree;
  }

  /**
   * The tree as a model.
   *
   * @throws IllegalArgumentException if the tree is none of a configuration
   */
  OpenTelemetryConfigurationModel model(Map<String, Object> tree) {
    return mapper.convertValue(tree, OpenTelemetryConfigurationModel.class);
  }
}
