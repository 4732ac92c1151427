// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import io.mailscope.servers.james.EarlyJames;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The jars of a James, as Maven resolved them for a module below {@code servers}. */
public final class JamesClassPath {

  private final Path file;

  /**
   * @param servers the directory that the build keeps servers in
   * @param version James' own, one of {@link JamesVersions}
   */
  public JamesClassPath(Path servers, String version) {
    this.file = servers.resolve("james-" + version + ".classpath");
  }

  /** Where the build tells its tests to look. */
  static JamesClassPath ofTests(String version) {
    return new JamesClassPath(Path.of(System.getProperty("mailscope.servers")), version);
  }

  /** The java command's arguments that start the server all in memory, of version 3.8. */
  public List<String> main() {
    return List.of("-cp", text(), "org.apache.james.MemoryJamesServerMain");
  }

  /** Path by path, separated as the JVM wants it. */
  String text() {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("The build writes it", e);
    }
  }

  /** The configuration's directory first, since logback.xml is looked up here. */
  URL[] urls(Path configuration) {
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

  /** Where {@link EarlyJames} is. */
  static String launcher() {
    try {
      return Path.of(EarlyJames.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
