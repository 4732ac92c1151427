// SPDX-License-Identifier: Apache-2.0
package io.mailscope.hook;

import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.hasClassesNamed;

import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * One aspect of one mail server: a protocol's commands, or its authenticators. It is recognised by
 * its landmark, a class that every version of it has and loads when it starts: that is when missing
 * hooks are reported.
 */
public abstract class MailInstrumentationModule extends InstrumentationModule {

  private final String server;
  private final String landmark;
  private final String[] classes;

  /**
   * @param name the module's one name, as in {@code otel.instrumentation.<name>.enabled}; the more
   *     general names are resolved by the agent, the most specific one that is set winning
   * @param server the server's name for people, {@code GreenMail}
   * @param landmark fully qualified name of the class by which the server is recognised
   * @param more further classes without which the module is not meant: no word is said about it
   */
  protected MailInstrumentationModule(String name, String server, String landmark, String... more) {
    super(name);
    this.server = server;
    this.landmark = landmark;
    classes = Arrays.copyOf(more, more.length + 1);
    classes[more.length] = landmark;
  }

  /** The server's name for people. */
  public final String server() {
    return server;
  }

  /** The class by which it is recognised. */
  public final String landmark() {
    return landmark;
  }

  /** Whether all classes are there without which the module is not meant; loads none of them. */
  public final boolean isMeantFor(ClassLoader server) {
    for (String name : classes) {
      if (server.getResource(name.replace('.', '/') + ".class") == null) {
        return false;
      }
    }
    return true;
  }

  /** The classes that are advised. */
  public abstract List<HookedType> hookedTypes();

  @Override
  public final List<TypeInstrumentation> typeInstrumentations() {
    EnabledModules.add(this);
    return new ArrayList<>(hookedTypes());
  }

  @Override
  public final ElementMatcher.Junction<ClassLoader> classLoaderMatcher() {
    return hasClassesNamed(classes.clone()); // which it changes
  }

  @Override
  public boolean isHelperClass(String className) {
    return className.startsWith("io.mailscope.");
  }
}
