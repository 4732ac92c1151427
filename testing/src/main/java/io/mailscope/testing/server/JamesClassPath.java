// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The jars of James, as Maven resolved them for {@code servers/james-3.8}. */
final class JamesClassPath {

  static final String VERSION = "3.8.1";

  private JamesClassPath() {}

  /** Path by path, separated as the JVM wants it. */
  static String text() {
    Path file =
        Path.of(
            System.getProperty("mailscope.servers"),
            "james-server-memory-app-" + VERSION + ".classpath");
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("The build writes it", e);
    }
  }

  /** The configuration's directory first, since logback.xml is looked up here. */
  static URL[] urls(Path configuration) {
    try {
      List<String> paths = List.of(text().split(File.pathSeparator));
      URL[] urls = new URL[paths.size() + 1];
      urls[0] = configuration.toUri().toURL();
      for (int i = 0; i < paths.size(); i++) {
        urls[i + 1] = Path.of(paths.get(i)).toUri().toURL();
      }
      return urls;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
