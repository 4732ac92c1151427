// SPDX-License-Identifier: Apache-2.0
package io.mailscope.agent.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** A JVM of its own under an agent; what it writes is read as an operator would. */
public final class AgentProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Process process;
  private final List<String> lines = new ArrayList<>();
  private final Thread reader;

  private AgentProcess(Process process) {
    this.process = process;
    reader = new Thread(this::read, "output");
    reader.setDaemon(true);
    reader.start();
  }

  /** The built agent on {@link Greeter}, which ends by itself. */
  public static AgentProcess greeter(String... options) throws IOException {
    return start(Map.of(), options(jar("mailscope-javaagent.jar"), options, greeter()));
  }

  /** The same, going on until it is closed. */
  public static AgentProcess waitingGreeter(String... options) throws IOException {
    List<String> command = greeter();
    command.add("wait");
    return start(Map.of(), options(jar("mailscope-javaagent.jar"), options, command));
  }

  /** The same with environment variables in place of properties. */
  public static AgentProcess greeter(Map<String, String> environment) throws IOException {
    return start(environment, options(jar("mailscope-javaagent.jar"), new String[0], greeter()));
  }

  /** The extension on a stock agent. */
  public static AgentProcess extension(String agentVersion, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add("-Dotel.javaagent.extensions=" + jar("mailscope-extension.jar"));
    command.addAll(List.of(options));
    Path agent = server("opentelemetry-javaagent-" + agentVersion + ".jar");
    return start(Map.of(), options(agent, command.toArray(new String[0]), greeter()));
  }

  /** The built agent on a program's jar. */
  public static AgentProcess jar(Path program, String... options) throws IOException {
    return start(
        Map.of(),
        options(jar("mailscope-javaagent.jar"), options, List.of("-jar", program.toString())));
  }

  /** Any JVM. */
  public static AgentProcess start(Map<String, String> environment, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(System.getProperty("mailscope.it.jvm").split(" ")));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("OTEL_"));
    builder.environment().putAll(environment);
    return new AgentProcess(builder.start());
  }

  /** A file of the build. */
  public static Path jar(String name) {
    return Path.of(System.getProperty("mailscope.agent"), name);
  }

  /** A jar that the build copies for tests. */
  public static Path server(String name) {
    return Path.of(System.getProperty("mailscope.servers"), name);
  }

  private static List<String> greeter() {
    Path classes = jar("test-classes");
    return new ArrayList<>(List.of("-cp", classes.toString(), Greeter.class.getName()));
  }

  private static List<String> options(Path agent, String[] options, List<String> program) {
    List<String> command = new ArrayList<>();
    command.add("-javaagent:" + agent);
    command.addAll(List.of(options));
    command.addAll(program);
    return command;
  }

  private void read() {
    try (BufferedReader output = process.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        synchronized (lines) {
          lines.add(line);
          lines.notifyAll();
        }
      }
    } catch (IOException e) {
      // The process was closed; what it wrote until then stays.
    }
  }

  /** Everything it wrote, after it has ended by itself. */
  public List<String> output() throws InterruptedException, TimeoutException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new TimeoutException("does not end:\n" + String.join("\n", snapshot()));
    }
    reader.join(PATIENCE.toMillis());
    return snapshot();
  }

  /** The first line like this, as soon as it is there. */
  public String await(Predicate<String> wanted) throws InterruptedException, TimeoutException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    int next = 0;
    synchronized (lines) {
      while (true) {
        for (; next < lines.size(); next++) {
          if (wanted.test(lines.get(next))) {
            return lines.get(next);
          }
        }
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
          throw new TimeoutException("no such line:\n" + String.join("\n", lines));
        }
        lines.wait(left);
      }
    }
  }

  /** The exit status, once it has ended. */
  public int exitStatus() {
    return process.exitValue();
  }

  private List<String> snapshot() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
