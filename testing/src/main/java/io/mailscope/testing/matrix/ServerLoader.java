// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/**
 * A server's classes as the agent leaves them: with our helpers among them, which it injects, and
 * OpenTelemetry's API in sight. Nothing else of the test's class path can be seen.
 */
final class ServerLoader extends URLClassLoader {

  private static final String OURS = "io.mailscope.";
  private static final String API = "io.opentelemetry.";

  private final ClassLoader tests = ServerLoader.class.getClassLoader();
  private final Path server;

  ServerLoader(Release release) {
    super(release.version(), release.urls(), ClassLoader.getPlatformClassLoader());
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

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (name.startsWith(API)) {
      return tests.loadClass(name);
    }
    if (!name.startsWith(OURS)) {
      return super.findClass(name);
    }
    try (InputStream in = tests.getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  @Override
  public URL findResource(String name) {
    return name.startsWith(API.replace('.', '/')) || name.startsWith(OURS.replace('.', '/'))
        ? tests.getResource(name)
        : super.findResource(name);
  }
}
