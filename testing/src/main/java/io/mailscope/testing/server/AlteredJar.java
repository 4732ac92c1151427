// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/** A copy of a server's jar in which some classes are others. */
public final class AlteredJar {

  private AlteredJar() {}

  /**
   * Writes the copy.
   *
   * @param entries whether an entry is to be altered, by its name
   * @param change what becomes of its content
   */
  public static void copy(
      Path jar, Path copy, Predicate<String> entries, UnaryOperator<byte[]> change)
      throws IOException {
    try (JarFile from = new JarFile(jar.toFile());
        OutputStream file = Files.newOutputStream(copy);
        JarOutputStream to = new JarOutputStream(file)) {
      for (Enumeration<JarEntry> all = from.entries(); all.hasMoreElements(); ) {
        JarEntry entry = all.nextElement();
        to.putNextEntry(new JarEntry(entry.getName()));
        try (InputStream in = from.getInputStream(entry)) {
          byte[] content = in.readAllBytes();
          to.write(entries.test(entry.getName()) ? change.apply(content) : content);
        }
        to.closeEntry();
      }
    }
  }
}
