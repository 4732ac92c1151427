// SPDX-License-Identifier: Apache-2.0
package io.mailscope.hook.check;

import com.google.auto.service.AutoService;
import io.mailscope.hook.EnabledModules;
import io.mailscope.hook.MailInstrumentationModule;
import io.opentelemetry.instrumentation.api.internal.cache.Cache;
import io.opentelemetry.javaagent.tooling.AgentExtension;
import java.util.Collection;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.utility.JavaModule;

/**
 * Meets the landmarks of mail servers among all classes that are loaded, and has each module of
 * theirs checked, once per class loader.
 *
 * <p>It changes no class. Any other class costs a look into a map. The check itself runs in a
 * thread that ends with it: on the transform path a log line can take the server's own locks.
 */
@AutoService(AgentExtension.class)
public final class SelfCheck extends AgentBuilder.Listener.Adapter implements AgentExtension {

  private final Cache<ClassLoader, SeenLandmarks> seen = Cache.weak();

  /** Called by the agent. */
  public SelfCheck() {}

  @Override
  public AgentBuilder extend(AgentBuilder agentBuilder) {
    return agentBuilder.with(this);
  }

  @Override
  public String extensionName() {
    return "mailscope";
  }

  @Override
  public void onComplete(
      String typeName, ClassLoader classLoader, JavaModule module, boolean loaded) {
    Collection<MailInstrumentationModule> modules = EnabledModules.byLandmark(typeName);
    if (modules.isEmpty() || classLoader == null) {
      return;
    }
    try {
      SeenLandmarks landmarks = seen.computeIfAbsent(classLoader, loader -> new SeenLandmarks());
      if (landmarks.isNew(typeName)) {
        start(new LandmarkCheck(typeName, modules, classLoader, landmarks));
      }
    } catch (Throwable e) {
      // What is thrown here would undo the transformation of the class.
    }
  }

  private static void start(Runnable check) {
    Thread thread = new Thread(check, "mailscope-self-check");
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.start();
  }
}
