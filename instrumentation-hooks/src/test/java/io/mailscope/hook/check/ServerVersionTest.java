// SPDX-License-Identifier: Apache-2.0
package io.mailscope.hook.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerVersionTest {

  private static final String LANDMARK = "org.example.mail.smtp.Server";
  private static final String CLASS_FILE = "org/example/mail/smtp/Server.class";
  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  @TempDir Path directory;

  @Test
  void mavenTellsIt() throws IOException {
    assertThat(version("mail.jar", Map.of(maven("com.elsewhere", "mail"), "version=4.1")))
        .isEqualTo("4.1");
  }

  @Test
  void inAJarOfManyLibrariesTheClassesOwnGroupTellsIt() throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put(maven("org.aaa", "library"), "version=1");
    entries.put(maven("org.example", "mail"), "version=2.3");
    entries.put(maven("org.zzz", "library"), "version=3");
    assertThat(version("mail-9.9.jar", entries)).isEqualTo("2.3");
  }

  @Test
  void strangersDoNotTellIt() throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put(maven("org.aaa", "library"), "version=1");
    entries.put(maven("org.zzz", "library"), "version=3");
    assertThat(version("mail.jar", entries)).isEqualTo("unknown");
  }

  @Test
  void elseTheManifestTellsIt() throws IOException {
    String manifest = "Manifest-Version: 1.0\nImplementation-Version: 5.0-beta\n";
    assertThat(version("mail-9.9.jar", Map.of(MANIFEST, manifest))).isEqualTo("5.0-beta");
  }

  @Test
  void elseTheFileName() throws IOException {
    assertThat(version("mail-server-3.1.7-rc1.jar", Map.of())).isEqualTo("3.1.7-rc1");
  }

  @Test
  void elseItIsUnknown() throws IOException {
    assertThat(version("mail.jar", Map.of())).isEqualTo("unknown");
  }

  @Test
  void inAFolderItIsUnknown() throws IOException {
    Path classFile = directory.resolve(CLASS_FILE);
    Files.createDirectories(classFile.getParent());
    Files.createFile(classFile);
    assertThat(version(directory)).isEqualTo("unknown");
  }

  @Test
  void ofAClassWithoutFileItIsUnknown() throws IOException {
    assertThat(version(directory)).isEqualTo("unknown");
  }

  private String version(String fileName, Map<String, String> entries) throws IOException {
    Path jar = directory.resolve(fileName);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        out.putNextEntry(new JarEntry(entry.getKey()));
        out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
      out.putNextEntry(new JarEntry(CLASS_FILE));
    }
    return version(jar);
  }

  private static String version(Path classPath) throws IOException {
    URL[] urls = {classPath.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      return ServerVersion.of(LANDMARK, loader);
    }
  }

  private static String maven(String group, String artifact) {
    return "META-INF/maven/" + group + "/" + artifact + "/pom.properties";
  }
}
