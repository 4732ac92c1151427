// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What operators change about a James: its jars, its main class, its configuration. Immutable. */
public final class JamesParts {

  private final String mainClass;
  private final UnaryOperator<String> classPath;
  private final List<Path> extensions;
  private final Map<String, UnaryOperator<String>> configuration;

  private JamesParts(
      String mainClass,
      UnaryOperator<String> classPath,
      List<Path> extensions,
      Map<String, UnaryOperator<String>> configuration) {
    this.mainClass = mainClass;
    this.classPath = classPath;
    this.extensions = extensions;
    this.configuration = configuration;
  }

  /** James as it is published. */
  public static JamesParts none() {
    return new JamesParts(
        "org.apache.james.MemoryJamesServerMain", UnaryOperator.identity(), List.of(), Map.of());
  }

  /** Another main class; James before 3.8 does not ask for it. */
  public JamesParts mainClass(String name) {
    return new JamesParts(name, classPath, extensions, configuration);
  }

  /** One jar more on the class path. */
  public JamesParts jar(Path jar) {
    return classPath(paths -> paths + File.pathSeparator + jar);
  }

  /** Another class path, made from James' own. */
  public JamesParts classPath(UnaryOperator<String> change) {
    return new JamesParts(
        mainClass, paths -> change.apply(classPath.apply(paths)), extensions, configuration);
  }

  /** One jar more in James' directory of extensions, which have a class loader of their own. */
  public JamesParts extension(Path jar) {
    List<Path> more = new ArrayList<>(extensions);
    more.add(jar);
    return new JamesParts(mainClass, classPath, more, configuration);
  }

  /**
   * Another content of a file.
   *
   * @param file in the directory {@code conf}
   */
  public JamesParts configuration(String file, UnaryOperator<String> change) {
    Map<String, UnaryOperator<String>> more = new LinkedHashMap<>(configuration);
    more.put(file, change);
    return new JamesParts(mainClass, classPath, extensions, more);
  }

  String mainClass() {
    return mainClass;
  }

  String on(String paths) {
    return classPath.apply(paths);
  }

  /** Changes the working directory of a James that is not started yet. */
  void install(Path directory) {
    try {
      Path target = Files.createDirectories(directory.resolve("extensions-jars"));
      for (Path jar : extensions) {
        Files.copy(jar, target.resolve(jar.getFileName()));
      }
      for (Map.Entry<String, UnaryOperator<String>> change : configuration.entrySet()) {
        Path file = directory.resolve("conf").resolve(change.getKey());
        Files.writeString(file, change.getValue().apply(Files.readString(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
