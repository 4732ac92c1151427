// SPDX-License-Identifier: Apache-2.0
package io.mailscope.suite;

import io.mailscope.suite.run.SuiteRun;
import io.mailscope.testing.otlp.OtlpReceiver;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM that runs a suite, on the JDK of this one, and ends. What it writes is kept in files. */
final class SuiteProcess {

  /** James' own build allows that much. */
  private static final long PATIENCE_MINUTES = 20;

  private SuiteProcess() {}

  /** Runs a suite without any agent. */
  static SuiteOutcome runWithout(Suite suite) {
    return run(suite, "without", List.of());
  }

  /** Runs a suite with the shipped agent, which exports to a receiver. */
  static SuiteOutcome runWith(Suite suite, OtlpReceiver receiver) {
    List<String> agent = new ArrayList<>();
    agent.add("-javaagent:" + System.getProperty("mailscope.agent"));
    // Counts what the agent swallows.
    agent.add("-Dotel.javaagent.extensions=" + System.getProperty("mailscope.agent.tests"));
    agent.add("-Dotel.exporter.otlp.endpoint=" + receiver.endpoint());
    agent.add("-Dotel.exporter.otlp.timeout=60000");
    agent.add("-Dotel.metric.export.interval=500");
    // No span may be dropped, however fast the tests are.
    agent.add("-Dotel.bsp.schedule.delay=200");
    agent.add("-Dotel.bsp.max.queue.size=100000");
    String more = System.getProperty("mailscope.suites.more", "").strip();
    if (!more.isEmpty()) {
      agent.addAll(List.of(more.split(" +")));
    }
    return run(suite, "with", agent);
  }

  private static SuiteOutcome run(Suite suite, String way, List<String> agent) {
    try {
      Path directory = Path.of(System.getProperty("mailscope.suites"), suite.name(), way);
      Files.createDirectories(directory);
      Path report = directory.resolve("report.txt");
      Path output = directory.resolve("output.txt");
      Files.deleteIfExists(report);
      ProcessBuilder builder = new ProcessBuilder(command(suite, agent, directory, report));
      builder
          .environment()
          .keySet()
          .removeIf(name -> name.startsWith("OTEL_") || name.endsWith("_OPTIONS"));
      builder.directory(directory.toFile());
      builder.redirectErrorStream(true).redirectOutput(output.toFile());
      int exit = await(builder.start(), output);
      if (exit != 0) {
        throw new AssertionError("Ended with " + exit + ": " + output);
      }
      return SuiteOutcome.read(report, output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int await(Process process, Path output) {
    try {
      if (process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        return process.exitValue();
      }
      throw new AssertionError("Still running: " + output);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<String> command(Suite suite, List<String> agent, Path directory, Path report)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(System.getProperty("mailscope.it.jvm").split(" ")));
    command.add("-Xmx1g");
    command.addAll(agent);
    command.add("-Djdk.net.hosts.file=" + HostsFile.write(directory));
    suite.properties().forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.add("-cp");
    command.add(classPath(suite));
    command.add(SuiteRun.class.getName());
    command.add(report.toString());
    command.addAll(suite.classes());
    suite.leftOut().forEach(method -> command.add("-" + method));
    return command;
  }

  private static String classPath(Suite suite) throws IOException {
    Path servers = Path.of(System.getProperty("mailscope.servers"));
    return String.join(
        File.pathSeparator,
        System.getProperty("mailscope.suites.run"),
        // Where the tests had to be unpacked.
        servers.resolve(suite.classPath()).toString(),
        Files.readString(servers.resolve(suite.classPath() + ".classpath")).strip());
  }
}
