// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import io.mailscope.servers.james.EarlyJames;
import java.io.File;
import java.util.ArrayList;
import java.util.List;

/**
 * Apache James as a process, unmodified, all in memory, with {@link #USER}. A stop as operators do
 * it takes James 3.8 about 15 seconds; {@link #close} does not wait for it.
 */
public final class JamesProcess implements MailServer {

  private static final int ATTEMPTS = 3;
  private static final String DOMAIN = "example.test";

  /** A user that every such server has. */
  public static final String USER = "alice@example.test";

  /** The user's password. */
  public static final String PASSWORD = "wonder1and-s3cret";

  private final String version;
  private final JamesConfiguration configuration;
  private final JamesPorts ports;
  private final JavaProcess process;

  private JamesProcess(String version, JamesConfiguration configuration, JavaProcess process) {
    this.version = version;
    this.configuration = configuration;
    this.ports = configuration.ports();
    this.process = process;
  }

  /** Starts the newest James and waits until it says that it is up. */
  public static JamesProcess start(Launch launch) {
    return start(JamesVersions.NEWEST, launch);
  }

  /**
   * Starts James and waits until it says that it is up.
   *
   * @param version one of {@link JamesVersions}
   */
  public static JamesProcess start(String version, Launch launch) {
    return start(version, JamesParts.none(), launch);
  }

  /**
   * Starts James with parts of others and waits until it says that it is up.
   *
   * @param version one of {@link JamesVersions}
   */
  public static JamesProcess start(String version, JamesParts parts, Launch launch) {
    for (int attempt = 1; ; attempt++) {
      JamesProcess james = launch(version, parts, launch);
      try {
        james.awaitReady();
        return james;
      } catch (RuntimeException | AssertionError e) {
        boolean portWasTaken = !james.process.output(JamesProcess::tellsOfTakenPort).isEmpty();
        james.close();
        if (!portWasTaken || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static JamesProcess launch(String version, JamesParts parts, Launch launch) {
    boolean early = !version.equals(JamesVersions.NEWEST);
    JamesConfiguration configuration = JamesConfiguration.write(version);
    parts.install(configuration.directory());
    List<String> arguments = new ArrayList<>(launch.jvmArguments());
    arguments.addAll(configuration.jvmArguments());
    arguments.add("-cp");
    arguments.add(classPath(version, early, parts));
    arguments.addAll(early ? early() : List.of(parts.mainClass()));
    return new JamesProcess(
        version, configuration, JavaProcess.start(arguments, launch.environment()));
  }

  private void awaitReady() {
    boolean early = !version.equals(JamesVersions.NEWEST);
    String ready = early ? "James is ready" : "JAMES server started";
    process.awaitOutput(line -> line.contains(ready) || tellsOfTakenPort(line));
    if (!process.output(JamesProcess::tellsOfTakenPort).isEmpty()) {
      throw new AssertionError(process.describe());
    }
    if (!early) {
      JamesWebAdmin webAdmin = new JamesWebAdmin(ports.webAdmin());
      webAdmin.addDomain(DOMAIN);
      webAdmin.addUser(USER, PASSWORD);
      webAdmin.addInbox(USER);
    }
  }

  /** Somebody took a free port before James did. */
  private static boolean tellsOfTakenPort(String line) {
    return line.contains("Failed to bind") || line.contains("Address already in use");
  }

  private static String classPath(String version, boolean early, JamesParts parts) {
    String paths = parts.on(JamesClassPath.ofTests(version).text());
    return early ? paths + File.pathSeparator + JamesClassPath.launcher() : paths;
  }

  /** What these versions were made for is closed to them since Java 17. */
  private static List<String> early() {
    List<String> arguments = new ArrayList<>();
    for (String opened : List.of("java.lang", "java.util", "java.net")) {
      arguments.add("--add-opens");
      arguments.add("java.base/" + opened + "=ALL-UNNAMED");
    }
    arguments.addAll(List.of(EarlyJames.class.getName(), DOMAIN, USER, PASSWORD));
    return arguments;
  }

  @Override
  public String product() {
    return "james";
  }

  @Override
  public String version() {
    return version;
  }

  /** All ports. */
  public JamesPorts ports() {
    return ports;
  }

  @Override
  public int smtpPort() {
    return ports.smtp();
  }

  @Override
  public int submissionPort() {
    return ports.submission();
  }

  @Override
  public int pop3Port() {
    return ports.pop3();
  }

  @Override
  public int imapPort() {
    return ports.imap();
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
    configuration.delete();
  }

  @Override
  public void close() {
    process.close();
    configuration.delete();
  }
}
