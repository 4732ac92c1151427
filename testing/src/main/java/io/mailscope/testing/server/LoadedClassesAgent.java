// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import java.io.OutputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The part of {@link LoadedClasses} inside the other process: has all classes transformed once more
 * and takes what comes out, as the last in the row of agents. It changes nothing, and is alone
 * there, without any other class of ours.
 */
public final class LoadedClassesAgent implements ClassFileTransformer {

  private final Map<String, byte[]> classes = new TreeMap<>();

  private LoadedClassesAgent() {}

  /** Called by the JVM. */
  public static void agentmain(String argument, Instrumentation instrumentation) throws Exception {
    String packageName = argument.substring(0, argument.indexOf('='));
    LoadedClassesAgent agent = new LoadedClassesAgent();
    instrumentation.addTransformer(agent, true);
    try {
      instrumentation.retransformClasses(
          Arrays.stream(instrumentation.getAllLoadedClasses())
              .filter(type -> type.getName().startsWith(packageName + "."))
              .filter(instrumentation::isModifiableClass)
              .toArray(Class<?>[]::new));
    } finally {
      instrumentation.removeTransformer(agent);
    }
    agent.write(Path.of(argument.substring(argument.indexOf('=') + 1)));
  }

  @Override
  public byte[] transform(
      ClassLoader loader,
      String className,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] bytes) {
    if (redefined != null) {
      classes.put(redefined.getName(), bytes);
    }
    return null;
  }

  private void write(Path answer) throws Exception {
    try (OutputStream file = Files.newOutputStream(answer);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (Map.Entry<String, byte[]> type : classes.entrySet()) {
        zip.putNextEntry(new ZipEntry(type.getKey()));
        zip.write(type.getValue());
        zip.closeEntry();
      }
    }
  }
}
