// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.yaml;

import static java.util.Collections.emptyMap;
import static java.util.Collections.singletonMap;

import io.mailscope.agent.resource.MailscopeResourceDetector;
import io.mailscope.agent.settings.CommandLine;
import java.util.List;
import java.util.Map;

/** The resource of a configuration file: our detector, and the command line left out. */
final class FileResource {

  private static final String DETECTION = "detection/development";

  private FileResource() {}

  /** Puts our detector first: whatever the operator's file says about the resource wins. */
  static void addDetector(Map<String, Object> tree) {
    List<Object> detectors = Nodes.list(Nodes.map(tree, "resource", DETECTION), "detectors");
    boolean isWritten =
        detectors.stream()
            .anyMatch(
                detector ->
                    detector instanceof Map
                        && ((Map<?, ?>) detector).containsKey(MailscopeResourceDetector.NAME));
    if (!isWritten) {
      detectors.add(0, singletonMap(MailscopeResourceDetector.NAME, emptyMap()));
    }
  }

  static void removeCommandLine(Map<String, Object> tree) {
    List<Object> excluded =
        Nodes.list(Nodes.map(tree, "resource", DETECTION, "attributes"), "excluded");
    for (String attribute : CommandLine.ATTRIBUTES) {
      if (!excluded.contains(attribute)) {
        excluded.add(attribute);
      }
    }
  }
}
