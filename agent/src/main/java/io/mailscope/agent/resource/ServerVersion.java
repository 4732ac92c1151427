// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.resource;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/**
 * The version of a mail server, as its jar tells it: Maven's record, the manifest, the file name.
 */
final class ServerVersion {

  private static final Pattern IN_FILE_NAME = Pattern.compile("-(\\d[\\w.+-]*)\\.jar");

  private ServerVersion() {}

  /**
   * The version in a jar.
   *
   * @return null if it tells none
   * @throws IOException if it cannot be read
   */
  static String in(File jar, ServerKind kind) throws IOException {
    try (JarFile file = new JarFile(jar)) {
      for (String name : kind.mavenNames()) {
        String version = inMavenRecord(file, name);
        if (version != null) {
          return version;
        }
      }
      String version = inManifest(file);
      return version == null ? inFileName(jar) : version;
    }
  }

  private static String inMavenRecord(JarFile file, String name) throws IOException {
    ZipEntry entry = file.getEntry("META-INF/maven/" + name + "/pom.properties");
    if (entry == null) {
      return null;
    }
    try (InputStream content = file.getInputStream(entry)) {
      Properties record = new Properties();
      record.load(content);
      return record.getProperty("version");
    }
  }

  private static String inManifest(JarFile file) throws IOException {
    Manifest manifest = file.getManifest();
    return manifest == null
        ? null
        : manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
  }

  private static String inFileName(File jar) {
    Matcher matcher = IN_FILE_NAME.matcher(jar.getName());
    return matcher.find() ? matcher.group(1) : null;
  }
}
