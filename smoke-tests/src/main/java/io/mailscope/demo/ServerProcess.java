// SPDX-License-Identifier: Apache-2.0
package io.mailscope.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A Java program in a process of its own, on the JDK that runs the demo. It ends with the demo,
 * however that ends. Thread-safe.
 */
final class ServerProcess implements AutoCloseable {

  private static final long SECONDS_TO_END = 5;

  private final Path log;
  private final Object lock = new Object();
  private Process process;
  private boolean closed;

  private ServerProcess(Path log) {
    this.log = log;
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop server"));
  }

  /**
   * Starts a program.
   *
   * @param environment added to the demo's own, from which settings of agents and JVMs are removed
   * @param log takes the output, of this run only
   */
  static ServerProcess start(List<String> arguments, Map<String, String> environment, Path log) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("OTEL_") || name.endsWith("_OPTIONS"));
    builder.environment().putAll(environment);
    ServerProcess server = new ServerProcess(log);
    try {
      Files.createDirectories(log.getParent());
      builder.redirectOutput(log.toFile());
      server.start(builder);
    } catch (IOException e) {
      throw new DemoFailure("the server could not be started: " + e.getMessage(), e);
    }
    return server;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Whether the program has written this. */
  boolean hasWritten(String text) {
    try {
      return Files.readString(log, StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException e) {
      throw new DemoFailure("cannot read " + log + " (" + e.getMessage() + ")", e);
    }
  }

  /** Asks the program to end, makes it if it does not, and waits until it has. */
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      if (process == null) {
        return;
      }
      process.destroy();
      try {
        if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
          process.destroyForcibly().waitFor();
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Not while the demo is ending, else nobody would stop the program. */
  private void start(ProcessBuilder builder) throws IOException {
    synchronized (lock) {
      if (closed) {
        throw new DemoFailure("the demo is ending");
      }
      process = builder.start();
      process.getOutputStream().close();
    }
  }
}
