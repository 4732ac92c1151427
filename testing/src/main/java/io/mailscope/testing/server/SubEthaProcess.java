// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;

/** An application as a process of its own that has an unmodified SubEtha SMTP in it. */
public final class SubEthaProcess implements MailServer {

  /** The only user. */
  public static final String USER = "alice";

  /** The user's password. */
  public static final String PASSWORD = "wonder1and-s3cret";

  private static final String SERVERS = "mailscope.servers";

  private final String version;
  private final JavaProcess process;
  private final int port;

  private SubEthaProcess(String version, JavaProcess process, int port) {
    this.version = version;
    this.process = process;
    this.port = port;
  }

  /** Starts it, and waits until it listens. */
  public static SubEthaProcess start(String version, Launch launch) {
    List<String> arguments = new ArrayList<>(launch.jvmArguments());
    arguments.add("-D" + SERVERS + "=" + System.getProperty(SERVERS));
    arguments.add("-cp");
    arguments.add(classPath());
    arguments.add(SubEthaProgram.class.getName());
    arguments.add(version);
    JavaProcess process = JavaProcess.start(arguments, launch.environment());
    try {
      String line = process.awaitOutput(told -> told.startsWith(SubEthaProgram.READY));
      int port = Integer.parseInt(line.substring(SubEthaProgram.READY.length()));
      return new SubEthaProcess(version, process, port);
    } catch (AssertionError e) {
      process.close();
      throw e;
    }
  }

  /** What the program needs; on the class path of tests is more, a part of the agent even. */
  private static String classPath() {
    return Stream.of(SubEthaProgram.class, ByteBuddy.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
        .map(location -> Path.of(URI.create(location.toString())).toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  @Override
  public String product() {
    return "subethasmtp";
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public int smtpPort() {
    return port;
  }

  @Override
  public List<String> output() {
    return process.output();
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
