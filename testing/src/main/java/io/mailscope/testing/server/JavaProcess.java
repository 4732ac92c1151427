// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import io.mailscope.testing.Await;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A program in a process of its own, on the JDK that runs the tests. Thread-safe. */
public final class JavaProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final long SIGINT = 1L << (2 - 1);

  private final Process process;
  private final List<String> output = new ArrayList<>(); // its own lock
  private final Thread reader;

  private JavaProcess(Process process) {
    this.process = process;
    this.reader = new Thread(this::read, "output of " + process.pid());
  }

  /**
   * Starts a Java program.
   *
   * @param arguments of the java command
   * @param environment added to this process's own, from which settings of agents are removed
   */
  public static JavaProcess start(List<String> arguments, Map<String, String> environment) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(System.getProperty("mailscope.it.jvm").split(" ")));
    command.addAll(arguments);
    return launch(new ProcessBuilder(command), environment);
  }

  /**
   * Starts a script that looks for a JDK itself, in a directory that is not the script's, as from a
   * terminal: Ctrl-C (SIGINT) ends it.
   */
  public static JavaProcess startScript(Path script, Path directory, String... arguments) {
    List<String> command = new ArrayList<>();
    if (ignoresInterrupts()) {
      command.addAll(List.of("env", "--default-signal=INT"));
    }
    command.add(script.toString());
    command.addAll(List.of(arguments));
    return launch(
        new ProcessBuilder(command).directory(directory.toFile()),
        Map.of("JAVA_HOME", System.getProperty("java.home")));
  }

  /** Whether the tests run in the background of a shell's script, as whose children all would. */
  private static boolean ignoresInterrupts() {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return false; // not Linux
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("SigIgn:"))
          .map(line -> Long.parseUnsignedLong(line.substring("SigIgn:".length()).strip(), 16))
          .anyMatch(signals -> (signals & SIGINT) != 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JavaProcess launch(ProcessBuilder builder, Map<String, String> environment) {
    builder.redirectErrorStream(true);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("OTEL_") || name.endsWith("_OPTIONS"));
    builder.environment().putAll(environment);
    try {
      JavaProcess process = new JavaProcess(builder.start());
      process.reader.setDaemon(true);
      process.reader.start();
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the program wrote so far, its errors too. */
  public List<String> output() {
    synchronized (output) {
      return new ArrayList<>(output);
    }
  }

  /** The lines written so far that satisfy a condition. */
  public List<String> output(Predicate<String> condition) {
    synchronized (output) {
      return output.stream().filter(condition).toList();
    }
  }

  /** The process id. */
  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for a line. */
  public String awaitOutput(Predicate<String> condition) {
    Await.until(PATIENCE, () -> !output(condition).isEmpty(), this::describe);
    return output(condition).get(0);
  }

  /** Waits until the program has ended by itself and all its output is there. */
  public int awaitEnd() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("Still running:" + describe());
      }
      reader.join(PATIENCE.toMillis());
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Asks the program to end, as an operator does (SIGTERM), and waits until it has. */
  public int stop() {
    process.destroy();
    return awaitEnd();
  }

  /** Ends the program whatever it does. */
  @Override
  public void close() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** The output, for messages of failed tests. */
  public String describe() {
    return "process " + process.pid() + " wrote\n  " + String.join("\n  ", output());
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        keep(line);
      }
    } catch (IOException e) {
      keep("(the output could not be read further: " + e + ")");
    }
  }

  private void keep(String line) {
    synchronized (output) {
      output.add(line);
    }
  }
}
