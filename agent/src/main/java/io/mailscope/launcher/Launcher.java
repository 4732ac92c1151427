// SPDX-License-Identifier: Apache-2.0
package io.mailscope.launcher;

import java.io.File;
import java.io.IOException;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/** Prints what the agent jar is, and how it is used. Depends on the JDK alone. */
public final class Launcher {

  private Launcher() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) throws Exception {
    File jar = new File(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    System.out.println(describe(jar));
  }

  private static String describe(File jar) throws IOException {
    try (JarFile file = new JarFile(jar)) {
      Attributes manifest = file.getManifest().getMainAttributes();
      return "mailscope "
          + manifest.getValue("Mailscope-Version")
          + System.lineSeparator()
          + "opentelemetry-javaagent "
          + manifest.getValue(Attributes.Name.IMPLEMENTATION_VERSION)
          + System.lineSeparator()
          + "usage: java -javaagent:"
          + jar
          + " -jar your-mail-server.jar";
    }
  }
}
