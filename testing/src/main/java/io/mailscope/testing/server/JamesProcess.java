// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import java.util.ArrayList;
import java.util.List;

/**
 * Apache James' unmodified memory app as a process, with {@link #USER}. A stop as operators do it
 * takes James about 15 seconds; {@link #close} does not wait for it.
 */
public final class JamesProcess implements MailServer {

  /** A user that every such server has. */
  public static final String USER = "alice@example.test";

  /** The user's password. */
  public static final String PASSWORD = "wonder1and-s3cret";

  private final JamesPorts ports;
  private final JavaProcess process;

  private JamesProcess(JamesPorts ports, JavaProcess process) {
    this.ports = ports;
    this.process = process;
  }

  /** Starts James and waits until it says that it is up. */
  public static JamesProcess start(Launch launch) {
    JamesConfiguration configuration = JamesConfiguration.write();
    List<String> arguments = new ArrayList<>(launch.jvmArguments());
    arguments.add("-Xmx512m");
    arguments.add("-Dworking.directory=" + configuration.directory());
    arguments.add(
        "-Dlogback.configurationFile=" + configuration.directory().resolve("conf/logback.xml"));
    arguments.add("-cp");
    arguments.add(JamesClassPath.text());
    arguments.add("org.apache.james.MemoryJamesServerMain");
    JavaProcess process = JavaProcess.start(arguments, launch.environment());
    try {
      process.awaitOutput(line -> line.contains("JAMES server started"));
      JamesWebAdmin webAdmin = new JamesWebAdmin(configuration.ports().webAdmin());
      webAdmin.addDomain("example.test");
      webAdmin.addUser(USER, PASSWORD);
      return new JamesProcess(configuration.ports(), process);
    } catch (RuntimeException | AssertionError e) {
      process.close();
      throw e;
    }
  }

  @Override
  public String product() {
    return "james";
  }

  @Override
  public String version() {
    return JamesClassPath.VERSION;
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
  }

  @Override
  public void close() {
    process.close();
  }
}
