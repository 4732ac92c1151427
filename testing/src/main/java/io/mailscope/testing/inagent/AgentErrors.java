// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.inagent;

import com.google.auto.service.AutoService;
import io.opentelemetry.javaagent.tooling.AgentExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.utility.JavaModule;

/** What goes wrong inside the agent without a trace in the application. */
@AutoService(AgentExtension.class)
public final class AgentErrors extends AgentBuilder.Listener.Adapter implements AgentExtension {

  private static final Queue<String> TRANSFORM_ERRORS = new ConcurrentLinkedQueue<>();

  @Override
  public AgentBuilder extend(AgentBuilder agentBuilder) {
    return agentBuilder.with(this);
  }

  @Override
  public String extensionName() {
    return "mailscope-testing";
  }

  @Override
  public void onError(
      String typeName,
      ClassLoader classLoader,
      JavaModule module,
      boolean loaded,
      Throwable throwable) {
    TRANSFORM_ERRORS.add("transform error of " + typeName + ": " + throwable);
  }

  static List<String> take() {
    List<String> errors = new ArrayList<>();
    for (String error = TRANSFORM_ERRORS.poll(); error != null; error = TRANSFORM_ERRORS.poll()) {
      errors.add(error);
    }
    int suppressed = count("io.opentelemetry.javaagent.bootstrap.ExceptionLogger", null);
    if (suppressed > 0) {
      errors.add(suppressed + " suppressed advice errors (-Dotel.javaagent.debug=true shows them)");
    }
    int mismatches =
        count(
            "io.opentelemetry.javaagent.tooling.instrumentation.MuzzleFailureCounter",
            AgentExtension.class.getClassLoader());
    if (mismatches > 0) {
      errors.add(mismatches + " muzzle mismatches (-Dotel.javaagent.debug=true shows them)");
    }
    return errors;
  }

  /** Both counters are internal to the agent, and meant for tests. */
  private static int count(String className, ClassLoader classLoader) {
    try {
      return (int)
          Class.forName(className, true, classLoader).getMethod("getAndReset").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("This agent does not count its errors", e);
    }
  }
}
