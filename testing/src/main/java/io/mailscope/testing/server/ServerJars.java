// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The jars that the build has put into the directory named by the system property {@code
 * mailscope.servers}: the mail servers, and the stock agents.
 */
public final class ServerJars {

  private ServerJars() {}

  /**
   * The path of {@code artifact-version.jar}.
   *
   * @throws IllegalStateException if it is not there
   */
  public static Path jar(String artifact, String version) {
    String directory = System.getProperty("mailscope.servers");
    if (directory == null) {
      throw new IllegalStateException("The system property mailscope.servers is not set");
    }
    Path jar = Path.of(directory, artifact + "-" + version + ".jar");
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException(jar + " is missing; the build copies it there");
    }
    return jar;
  }
}
