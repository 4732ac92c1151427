// SPDX-License-Identifier: Apache-2.0
package io.mailscope.suite.run;

import java.util.ArrayList;
import java.util.List;

/** Whether an agent is in this JVM, and what it swallowed, as the test extension in it counts. */
final class AgentState {

  private static final String AGENT = "io.opentelemetry.javaagent.bootstrap.AgentInitializer";
  private static final String EXTENSION = "io.mailscope.testing.inagent.InMemoryTelemetry";

  private AgentState() {}

  /** A first line if there is an agent, and one for each error. */
  static List<String> lines() {
    Class<?> agent;
    try {
      agent = Class.forName(AGENT, true, null);
    } catch (ClassNotFoundException e) {
      return List.of();
    }
    try {
      ClassLoader loader = (ClassLoader) agent.getMethod("getExtensionsClassLoader").invoke(null);
      List<?> errors = (List<?>) loader.loadClass(EXTENSION).getMethod("errors").invoke(null);
      List<String> lines = new ArrayList<>(List.of("agent\tpresent"));
      errors.forEach(error -> lines.add("agent\t" + error));
      return lines;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The agent does not tell its errors", e);
    }
  }
}
