// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailServerTest {

  private static final String RUNNER =
      "com.icegreen.greenmail.standalone.GreenMailStandaloneRunner";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"1.5.14", "1.6.15", "2.0.1", "2.1.13"})
  void standaloneGreenMail(String version) {
    String jar = greenMail(version);
    assertThat(of(jar + " --some argument", jar)).isEqualTo("greenmail " + version);
  }

  @Test
  void jarWithTheAgentAppendedAsOnJava8() {
    String jar = greenMail("1.5.14");
    String classPath = jar + File.pathSeparator + "/opt/mailscope-javaagent.jar";
    assertThat(of(jar, classPath)).isEqualTo("greenmail 1.5.14");
    assertThat(of(jar + " --some argument", classPath)).isEqualTo("greenmail 1.5.14");
  }

  @Test
  void jarWhateverItIsCalled() throws IOException {
    Path renamed = folder.resolve("my mail server.jar");
    Files.copy(Path.of(greenMail("2.1.13")), renamed);
    assertThat(of(renamed.toString(), renamed.toString())).isEqualTo("greenmail 2.1.13");
  }

  @Test
  void mainClassOnTheClassPath() {
    String classPath = String.join(File.pathSeparator, "/nowhere", "gone.jar", greenMail("1.6.15"));
    assertThat(of(RUNNER, classPath)).isEqualTo("greenmail 1.6.15");
  }

  @Test
  void mainClassWithoutItsJar() {
    assertThat(of(RUNNER, "/opt/classes")).isEqualTo("greenmail null");
    assertThat(of("mail/" + RUNNER, "")).isEqualTo("greenmail null");
  }

  @Test
  void jamesInItsJarAndUnderItsWrapper() throws IOException {
    String main = "org.apache.james.MemoryJamesServerMain";
    String jar = jar("james-server-memory-app.jar", "Main-Class", main, "3.8.1");
    assertThat(of(jar, jar)).isEqualTo("james 3.8.1");
    assertThat(of("org.tanukisoftware.wrapper.WrapperSimpleApp " + main + " x", jar + "x"))
        .isEqualTo("james null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.0.0", "3.2.0", "3.8.1"})
  void jamesOnItsClassPath(String version) throws IOException {
    Path file = Path.of(System.getProperty("mailscope.servers"), "james-" + version + ".classpath");
    String classPath = Files.readString(file).strip();
    assertThat(of("org.apache.james.MemoryJamesServerMain --some argument", classPath))
        .isEqualTo("james " + version);
  }

  @Test
  void subEthaByFileName() throws IOException {
    String main = "org.subethamail.wiser.Wiser";
    String jar = jar("subethasmtp-7.2.2.jar", "Main-Class", main, null);
    assertThat(of(jar, jar)).isEqualTo("subethasmtp 7.2.2");
  }

  @Test
  void mainClassThatSpringBootPacks() throws IOException {
    String jar = jar("app.jar", "Start-Class", "org.apache.james.app.Main", "3.9.0");
    assertThat(of(jar, jar)).isEqualTo("james 3.9.0");
  }

  @Test
  void otherProgramsKeepTheirName() throws IOException {
    String jar = jar("shop.jar", "Main-Class", "com.example.Shop", "1.0");
    assertThat(of(jar, jar)).isNull();
    // A test JVM that embeds GreenMail.
    assertThat(of("org.apache.maven.surefire.booter.ForkedBooter", greenMail("2.1.13"))).isNull();
    assertThat(of("org.apache.jamesx.Main", "")).isNull();
  }

  @Test
  void whatCannotBeReadIsNoServer() throws IOException {
    assertThat(of(null, null)).isNull();
    assertThat(of("", "")).isNull();
    assertThat(of("gone.jar", "gone.jar")).isNull();
    Path broken = Files.writeString(folder.resolve("broken.jar"), "no jar");
    assertThat(of(broken.toString(), broken.toString())).isNull();
    assertThat(of(RUNNER, broken.toString())).isEqualTo("greenmail null");
  }

  private String jar(String name, String mainAttribute, String mainClass, String version)
      throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Main-Class", "org.springframework.boot.loader.JarLauncher");
    attributes.putValue(mainAttribute, mainClass);
    if (version != null) {
      attributes.put(Attributes.Name.IMPLEMENTATION_VERSION, version);
    }
    Path jar = folder.resolve(name);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.putNextEntry(new ZipEntry(mainClass.replace('.', '/') + ".class"));
      out.closeEntry();
    }
    return jar.toString();
  }

  private static String of(String command, String classPath) {
    Map<String, String> properties = new java.util.HashMap<>();
    properties.put("sun.java.command", command);
    properties.put("java.class.path", classPath);
    MailServer server = MailServer.of(properties::get);
    return server == null ? null : attribute(server, "name") + " " + attribute(server, "version");
  }

  private static String attribute(MailServer server, String name) {
    return server.resource().getAttribute(AttributeKey.stringKey("service." + name));
  }

  private static String greenMail(String version) {
    return System.getProperty("mailscope.servers") + "/greenmail-standalone-" + version + ".jar";
  }
}
