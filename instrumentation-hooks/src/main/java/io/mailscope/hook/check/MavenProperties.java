// SPDX-License-Identifier: Apache-2.0
package io.mailscope.hook.check;

import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * {@code META-INF/maven/<group>/<artifact>/pom.properties}. A jar with many libraries in it has
 * many: that of a class is the one whose group is the class's package, or else the only one.
 */
final class MavenProperties {

  private static final String START = "META-INF/maven/";
  private static final String END = "/pom.properties";

  private MavenProperties() {}

  /** The version of what the class belongs to, or null. */
  static String version(String className, JarFile jar) throws IOException {
    JarEntry only = null;
    int count = 0;
    for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
      JarEntry entry = entries.nextElement();
      String name = entry.getName();
      if (name.startsWith(START) && name.endsWith(END)) {
        String group = name.substring(START.length(), name.indexOf('/', START.length()));
        if (className.startsWith(group + ".")) {
          return version(jar, entry);
        }
        only = entry;
        count++;
      }
    }
    return count == 1 ? version(jar, only) : null;
  }

  private static String version(JarFile jar, JarEntry entry) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = jar.getInputStream(entry)) {
      properties.load(in);
    }
    return properties.getProperty("version");
  }
}
