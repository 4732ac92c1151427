// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/**
 * A server's classes as the agent leaves them: with our helpers among them, which it injects, and
 * OpenTelemetry's API in sight, which is not the test's own. Nothing else of the test's class path
 * can be seen.
 */
final class ServerLoader extends TestClasses {

  private static final ClassLoader API =
      new TestClasses(
          "opentelemetry", new URL[0], "io.opentelemetry.", ClassLoader.getPlatformClassLoader());

  private final Path server;

  ServerLoader(Release release) {
    super(release.version(), release.urls(), "io.mailscope.", API);
    server = Release.path(release.jar());
  }

  /** The classes of the server that are in the same package as one of its classes. */
  List<String> neighbours(String className) {
    String folder = className.substring(0, className.lastIndexOf('.') + 1).replace('.', '/');
    try (JarFile jar = new JarFile(server.toFile())) {
      return jar.stream()
          .map(ZipEntry::getName)
          .filter(name -> name.matches(Pattern.quote(folder) + "[^/]+\\.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
