// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.matrix;

import io.mailscope.testing.server.ServerJars;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One version of a server.
 *
 * @param jar Maven coordinates {@code group:artifact:version} of the server
 * @param libraries coordinates of what its classes need to be loaded
 * @param supported whether the agent has to fit it, or to leave it alone
 */
public record Release(String jar, List<String> libraries, boolean supported) {

  /** The version, or for another library than the server its coordinates. */
  public String version() {
    return supported ? jar.substring(jar.lastIndexOf(':') + 1) : jar;
  }

  /** The same, supported only if its version is one of those. */
  Release only(Predicate<String> versions) {
    return new Release(jar, libraries, supported && versions.test(version()));
  }

  /** All coordinates. */
  public Stream<String> coordinates() {
    return Stream.concat(Stream.of(jar), libraries.stream());
  }

  /** Where the build has put the jars. */
  public URL[] urls() {
    return coordinates().map(Release::url).toArray(URL[]::new);
  }

  /** Where the build has put a jar. */
  static Path path(String coordinates) {
    String[] parts = coordinates.split(":");
    return ServerJars.jar(parts[1], parts[2]);
  }

  private static URL url(String coordinates) {
    try {
      return path(coordinates).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }
}
