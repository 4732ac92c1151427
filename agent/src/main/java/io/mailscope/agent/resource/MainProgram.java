// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.resource;

import java.io.File;
import java.io.IOException;
import java.util.function.Function;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * The program that this JVM was started with, found from system properties and the main jar's
 * manifest without loading any of its classes. Immutable.
 */
final class MainProgram {

  // The Tanuki wrapper, under which James' distributions run, names the real main class first.
  private static final String WRAPPER = "org.tanukisoftware.wrapper.";

  private final String mainClass;
  private final File jar;

  private MainProgram(String mainClass, File jar) {
    this.mainClass = mainClass;
    this.jar = jar;
  }

  /**
   * The program behind the properties {@code sun.java.command} and {@code java.class.path}.
   *
   * @throws IOException if the main jar cannot be read
   */
  static MainProgram of(Function<String, String> properties) throws IOException {
    String command = orEmpty(properties.apply("sun.java.command"));
    String classPath = orEmpty(properties.apply("java.class.path"));
    // With -jar the class path is the jar, and the command starts with it, blanks in it or not.
    String path = withoutAgents(classPath, command);
    if (path.endsWith(".jar") && isFirst(path, command)) {
      File jar = new File(path);
      return new MainProgram(mainClass(jar), jar);
    }
    String[] words = command.split(" ", 3);
    boolean isWrapped = words[0].startsWith(WRAPPER) && words.length > 1;
    String name = isWrapped ? words[1] : words[0];
    // A module's main class is module/class.
    return new MainProgram(name.substring(name.indexOf('/') + 1), null);
  }

  /** The fully qualified name of the main class; null if the jar names none. */
  String mainClass() {
    return mainClass;
  }

  /** The jar that was started with {@code -jar}; null otherwise. */
  File jar() {
    return jar;
  }

  private static String mainClass(File jar) throws IOException {
    try (JarFile file = new JarFile(jar)) {
      Manifest manifest = file.getManifest();
      if (manifest == null) {
        return null;
      }
      Attributes attributes = manifest.getMainAttributes();
      // Spring Boot's own launcher is the Main-Class of what it packs.
      String packed = attributes.getValue("Start-Class");
      return packed == null ? attributes.getValue(Attributes.Name.MAIN_CLASS) : packed;
    }
  }

  /** Java 8 appends the agents' jars to the class path, where later ones keep it as it was. */
  private static String withoutAgents(String classPath, String command) {
    int end = classPath.length();
    while (end > 0 && !isFirst(classPath.substring(0, end), command)) {
      end = classPath.lastIndexOf(File.pathSeparatorChar, end - 1);
    }
    return end > 0 ? classPath.substring(0, end) : classPath;
  }

  private static boolean isFirst(String word, String command) {
    return command.equals(word) || command.startsWith(word + " ");
  }

  private static String orEmpty(String value) {
    return value == null ? "" : value;
  }
}
