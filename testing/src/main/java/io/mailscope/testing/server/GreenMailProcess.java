// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import io.mailscope.testing.Await;
import io.mailscope.testing.client.ScriptedClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** GreenMail's unmodified standalone jar as a process. */
public final class GreenMailProcess implements MailServer {

  /** A user that every such server has, {@code alice@example.test}. */
  public static final String USER = "alice";

  /** The user's password. */
  public static final String PASSWORD = "wonder1and-s3cret";

  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final int ATTEMPTS = 3;

  private final String version;
  private final int[] ports;
  private final JavaProcess process;

  private GreenMailProcess(String version, int[] ports, JavaProcess process) {
    this.version = version;
    this.ports = ports;
    this.process = process;
  }

  /** Starts GreenMail and waits until it greets on all ports. */
  public static GreenMailProcess start(String version, Launch launch) {
    return start(version, ServerJars.jar("greenmail-standalone", version), launch);
  }

  /** Starts a GreenMail that was altered. */
  public static GreenMailProcess start(String version, Path jar, Launch launch) {
    for (int attempt = 1; ; attempt++) {
      int[] ports = FreePorts.take(3);
      List<String> arguments = new ArrayList<>(launch.jvmArguments());
      arguments.add("-Dgreenmail.startup.timeout=" + PATIENCE.toMillis());
      arguments.add("-Dgreenmail.users=" + USER + ":" + PASSWORD + "@example.test");
      String[] protocols = {"smtp", "pop3", "imap"};
      for (int i = 0; i < protocols.length; i++) {
        arguments.add("-Dgreenmail." + protocols[i] + ".hostname=127.0.0.1");
        arguments.add("-Dgreenmail." + protocols[i] + ".port=" + ports[i]);
      }
      arguments.add("-jar");
      arguments.add(jar.toString());
      JavaProcess process = JavaProcess.start(arguments, launch.environment());
      GreenMailProcess server = new GreenMailProcess(version, ports, process);
      try {
        Await.until(PATIENCE, () -> Greetings.on(ports) || server.hasFailed(), process::describe);
        if (!server.hasFailed()) {
          return server;
        }
        if (attempt == ATTEMPTS) {
          throw new AssertionError(process.describe());
        }
      } catch (AssertionError e) {
        server.close();
        throw e;
      }
      server.close();
    }
  }

  /** Waits until {@link #USER} can log in, which is a moment after GreenMail listens. */
  public GreenMailProcess awaitUser() {
    Await.until(PATIENCE, this::knowsUser, process::describe);
    return this;
  }

  private boolean knowsUser() {
    try (ScriptedClient client = ScriptedClient.connect(pop3Port())) {
      client.expect("+OK");
      client.line("USER " + USER).readLine();
      String reply = client.line("PASS " + PASSWORD).readLine();
      return reply != null && reply.startsWith("+OK");
    }
  }

  @Override
  public String product() {
    return "greenmail";
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public int smtpPort() {
    return ports[0];
  }

  @Override
  public int pop3Port() {
    return ports[1];
  }

  @Override
  public int imapPort() {
    return ports[2];
  }

  @Override
  public List<String> output() {
    return process.output();
  }

  /** The process, for tests that wait for a line. */
  public JavaProcess process() {
    return process;
  }

  @Override
  public void stop() {
    process.stop();
  }

  @Override
  public void close() {
    process.close();
  }

  /** Somebody took a port meanwhile. GreenMail says so and lives on with the other ports. */
  private boolean hasFailed() {
    return !process.isAlive()
        || !process.output(line -> line.contains("Can not open server socket")).isEmpty();
  }
}
