// SPDX-License-Identifier: Apache-2.0
package io.mailscope.hook.check;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a server, from the jar that one of its classes is in: by Maven's properties, else
 * by the manifest, else by the jar's name.
 */
final class ServerVersion {

  static final String UNKNOWN = "unknown";

  private static final Pattern FILE_NAME = Pattern.compile("-(\\d[\\w.-]*)\\.jar$");

  private ServerVersion() {}

  /** The version, or {@code unknown}. */
  static String of(String className, ClassLoader server) {
    URL url = server.getResource(className.replace('.', '/') + ".class");
    if (url == null) {
      return UNKNOWN;
    }
    try {
      URLConnection connection = url.openConnection();
      if (!(connection instanceof JarURLConnection)) {
        return UNKNOWN;
      }
      connection.setUseCaches(false);
      try (JarFile jar = ((JarURLConnection) connection).getJarFile()) {
        return of(className, jar);
      }
    } catch (IOException | RuntimeException e) {
      return UNKNOWN;
    }
  }

  private static String of(String className, JarFile jar) throws IOException {
    String version = MavenProperties.version(className, jar);
    if (version == null) {
      version = implementationVersion(jar.getManifest());
    }
    if (version == null) {
      Matcher name = FILE_NAME.matcher(jar.getName());
      version = name.find() ? name.group(1) : UNKNOWN;
    }
    return version;
  }

  private static String implementationVersion(Manifest manifest) {
    return manifest == null
        ? null
        : manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
  }
}
