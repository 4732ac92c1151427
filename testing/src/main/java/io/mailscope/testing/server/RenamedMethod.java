// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import java.io.IOException;
import java.nio.file.Path;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;

/**
 * A version of a server that does not exist: one method has another name, where it is declared and
 * wherever it is called. The server works as before.
 */
public final class RenamedMethod {

  private RenamedMethod() {}

  /**
   * Writes a copy of the server's jar.
   *
   * @param packageName the method is renamed in all classes of this package and those below
   * @param method its name, to which {@code Renamed} is added
   */
  public static void copy(Path jar, Path copy, String packageName, String method)
      throws IOException {
    String path = packageName.replace('.', '/') + "/";
    Remapper renaming =
        new Remapper(Opcodes.ASM9) {
          @Override
          public String mapMethodName(String owner, String name, String descriptor) {
            return owner.startsWith(path) && name.equals(method) ? name + "Renamed" : name;
          }
        };
    AlteredJar.copy(
        jar,
        copy,
        entry -> entry.startsWith(path) && entry.endsWith(".class"),
        classFile -> {
          ClassWriter writer = new ClassWriter(0);
          new ClassReader(classFile).accept(new ClassRemapper(writer, renaming), 0);
          return writer.toByteArray();
        });
  }
}
