// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the JVM of a mail server is started: agent, system properties, environment. Immutable. */
public final class Launch {

  private final List<String> jvmArguments;
  private final Map<String, String> environment;

  private Launch(List<String> jvmArguments, Map<String, String> environment) {
    this.jvmArguments = jvmArguments;
    this.environment = environment;
  }

  /** Without any agent. */
  public static Launch plain() {
    return new Launch(List.of(), Map.of());
  }

  /** With an agent. */
  public static Launch withAgent(Path agent) {
    return plain().argument("-javaagent:" + agent);
  }

  /** With one system property more. */
  public Launch property(String name, Object value) {
    return argument("-D" + name + "=" + value);
  }

  /** With one environment variable more. */
  public Launch environment(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(environment);
    more.put(name, value);
    return new Launch(jvmArguments, more);
  }

  /** With one argument of the JVM more. */
  public Launch argument(String argument) {
    List<String> more = new ArrayList<>(jvmArguments);
    more.add(argument);
    return new Launch(more, environment);
  }

  List<String> jvmArguments() {
    return jvmArguments;
  }

  Map<String, String> environment() {
    return environment;
  }
}
