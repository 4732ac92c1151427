// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.jar;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.agent.support.AgentProcess;
import io.mailscope.core.MailscopeVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** The deliverable as it was built. */
class AgentJarIT {

  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  private final Path agent = AgentProcess.jar("mailscope-javaagent.jar");
  private final Path extension = AgentProcess.jar("mailscope-extension.jar");
  private final Path stock = AgentProcess.server("opentelemetry-javaagent-2.31.1.jar");

  @Test
  void everyEntryOfTheStockAgentIsThereByteForByte() throws IOException {
    int compared = 0;
    try (JarFile ours = new JarFile(agent.toFile());
        JarFile theirs = new JarFile(stock.toFile())) {
      for (Enumeration<JarEntry> entries = theirs.entries(); entries.hasMoreElements(); ) {
        JarEntry entry = entries.nextElement();
        JarEntry same = ours.getJarEntry(entry.getName());
        assertThat(same).as(entry.getName()).isNotNull();
        if (!entry.isDirectory() && !entry.getName().equals(MANIFEST)) {
          assertThat(content(ours, same)).as(entry.getName()).isEqualTo(content(theirs, entry));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(10_000);
  }

  @Test
  void launcherAndExtensionAreAllThatIsAdded() throws IOException {
    Set<String> added = names(agent);
    added.removeAll(names(stock));
    assertThat(added)
        .containsExactlyInAnyOrder(
            "io/mailscope/launcher/Launcher.class",
            "io/mailscope/launcher/package-info.class",
            "extensions/mailscope-extension.jar");
    try (JarFile jar = new JarFile(agent.toFile())) {
      assertThat(content(jar, jar.getJarEntry("extensions/mailscope-extension.jar")))
          .isEqualTo(Files.readAllBytes(extension));
    }
  }

  @Test
  void manifestIsTheFirstFileAndKeepsWhatTheAgentNeeds() throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(agent))) {
      ZipEntry first = zip.getNextEntry();
      while (first.isDirectory()) {
        first = zip.getNextEntry();
      }
      assertThat(first.getName()).isEqualTo(MANIFEST);
    }
    try (JarInputStream ours = new JarInputStream(Files.newInputStream(agent));
        JarInputStream theirs = new JarInputStream(Files.newInputStream(stock))) {
      Attributes expected = theirs.getManifest().getMainAttributes();
      expected.putValue("Main-Class", "io.mailscope.launcher.Launcher");
      assertThat(ours.getManifest().getMainAttributes().entrySet())
          .containsAll(expected.entrySet());
    }
  }

  @Test
  void timesOfEntriesDoNotTellWhenItWasBuilt() throws IOException {
    Set<Long> times = new LinkedHashSet<>();
    try (JarFile jar = new JarFile(agent.toFile())) {
      jar.stream().forEach(entry -> times.add(entry.getTime()));
    }
    assertThat(times).hasSize(1);
  }

  @Test
  void extensionHoldsOurClassesAlone() throws IOException {
    assertThat(names(extension))
        .filteredOn(name -> !name.endsWith("/"))
        .allMatch(
            name ->
                name.startsWith("io/mailscope/")
                    || name.startsWith("META-INF/services/")
                    || name.equals(MANIFEST))
        .noneMatch(name -> name.startsWith("io/mailscope/launcher/"));
  }

  @Test
  void classesRunOnJava8() throws IOException {
    try (JarFile jar = new JarFile(extension.toFile())) {
      List<JarEntry> classes =
          jar.stream().filter(entry -> entry.getName().endsWith(".class")).toList();
      assertThat(classes).isNotEmpty();
      for (JarEntry entry : classes) {
        assertThat(content(jar, entry)[7]).as(entry.getName()).isEqualTo((byte) 52);
      }
    }
  }

  @Test
  void printsItsVersions() throws Exception {
    try (AgentProcess java =
        AgentProcess.start(Map.of(), Arrays.asList("-jar", agent.toString()))) {
      assertThat(java.output())
          .containsExactly(
              "mailscope " + MailscopeVersion.VERSION,
              "opentelemetry-javaagent 2.31.1",
              "usage: java -javaagent:" + agent + " -jar your-mail-server.jar");
      assertThat(java.exitStatus()).isZero();
    }
  }

  private static Set<String> names(Path jar) throws IOException {
    List<String> names = new ArrayList<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      file.stream().filter(e -> !e.isDirectory()).forEach(entry -> names.add(entry.getName()));
    }
    return new LinkedHashSet<>(names);
  }

  private static byte[] content(JarFile jar, JarEntry entry) throws IOException {
    try (InputStream content = jar.getInputStream(entry)) {
      return content.readAllBytes();
    }
  }
}
