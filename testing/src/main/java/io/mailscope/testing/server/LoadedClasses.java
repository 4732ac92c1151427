// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import net.bytebuddy.agent.ByteBuddyAgent;

/** The classes of a running JVM as they are after all agents have had their way with them. */
public final class LoadedClasses {

  private LoadedClasses() {}

  /**
   * Attaches to a process.
   *
   * @param packageName whose classes to take, those of packages below it too
   * @param directory for files that pass between the processes
   * @return by class name what the class and each of its members is
   */
  public static Map<String, Map<String, String>> members(
      JavaProcess process, String packageName, Path directory) throws IOException {
    Path answer = Files.createTempFile(directory, "classes", ".zip");
    ByteBuddyAgent.attach(
        agentJar(directory).toFile(), Long.toString(process.pid()), packageName + "=" + answer);
    Map<String, Map<String, String>> members = new TreeMap<>();
    try (ZipFile zip = new ZipFile(answer.toFile())) {
      for (Enumeration<? extends ZipEntry> types = zip.entries(); types.hasMoreElements(); ) {
        ZipEntry type = types.nextElement();
        members.put(type.getName(), ClassMembers.of(zip.getInputStream(type).readAllBytes()));
      }
    }
    return members;
  }

  private static Path agentJar(Path directory) throws IOException {
    Path jar = Files.createTempFile(directory, "agent", ".jar");
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Agent-Class", LoadedClassesAgent.class.getName());
    attributes.putValue("Can-Retransform-Classes", "true");
    String entry = LoadedClassesAgent.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      out.putNextEntry(new JarEntry(entry));
      LoadedClasses.class.getResourceAsStream("/" + entry).transferTo(out);
      out.closeEntry();
    }
    return jar;
  }
}
