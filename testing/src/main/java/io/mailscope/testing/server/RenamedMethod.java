// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;

/**
 * A version of a server that does not exist: a copy of its jar in which one method has another
 * name, where it is declared and wherever it is called. The server works as before.
 */
public final class RenamedMethod {

  private final String packagePath;
  private final String method;

  private RenamedMethod(String packageName, String method) {
    this.packagePath = packageName.replace('.', '/') + "/";
    this.method = method;
  }

  /**
   * Writes the copy.
   *
   * @param packageName the method is renamed in all classes of this package and those below
   * @param method its name, to which {@code Renamed} is added
   */
  public static void copy(Path jar, Path copy, String packageName, String method)
      throws IOException {
    RenamedMethod renamed = new RenamedMethod(packageName, method);
    try (JarFile from = new JarFile(jar.toFile());
        OutputStream file = Files.newOutputStream(copy);
        JarOutputStream to = new JarOutputStream(file)) {
      for (Enumeration<JarEntry> entries = from.entries(); entries.hasMoreElements(); ) {
        JarEntry entry = entries.nextElement();
        to.putNextEntry(new JarEntry(entry.getName()));
        try (InputStream in = from.getInputStream(entry)) {
          to.write(renamed.apply(entry.getName(), in.readAllBytes()));
        }
        to.closeEntry();
      }
    }
  }

  private byte[] apply(String entry, byte[] content) {
    if (!entry.startsWith(packagePath) || !entry.endsWith(".class")) {
      return content;
    }
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(content)
        .accept(
            new ClassRemapper(
                writer,
                new Remapper(Opcodes.ASM9) {
                  @Override
                  public String mapMethodName(String owner, String name, String descriptor) {
                    return owner.startsWith(packagePath) && name.equals(method)
                        ? name + "Renamed"
                        : name;
                  }
                }),
            0);
    return writer.toByteArray();
  }
}
