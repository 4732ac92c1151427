// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke.container;

import io.mailscope.servers.james.EarlyJames;
import io.mailscope.testing.Await;
import io.mailscope.testing.server.JamesConfiguration;
import io.mailscope.testing.server.JamesPorts;
import io.mailscope.testing.server.JamesProcess;
import io.mailscope.testing.server.JamesVersions;
import io.mailscope.testing.server.JamesWebAdmin;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whole Apache James, all in memory, as it is put into an image. */
public final class JamesSoftware {

  private static final String HOME = "/opt/mail/";
  private static final String DOMAIN = "example.test";
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final JamesPorts PORTS = new JamesPorts(2525, 2587, 2424, 2110, 2143, 8000);

  private JamesSoftware() {}

  /**
   * Writes its configuration and gathers its jars.
   *
   * @param directory where the configuration is kept until the image is built
   */
  public static ServerSoftware of(String version, Path directory) {
    boolean early = !version.equals(JamesVersions.NEWEST);
    try {
      Map<String, Path> files = new LinkedHashMap<>();
      JamesConfiguration.write(version, directory, PORTS);
      for (Path file : listenOutside(directory.resolve("conf"))) {
        files.put(HOME + "conf/" + file.getFileName(), file);
      }
      for (String jar : classPath(version)) {
        Path file = Path.of(jar);
        files.put(HOME + "lib/" + file.getFileName(), file);
      }
      if (early) {
        files.put(HOME + "lib/launcher.jar", launcher());
      }
      return new ServerSoftware("james", version, files, command(early), ports(early));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> command(boolean early) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "java",
                "-Xmx512m",
                "-Dworking.directory=" + HOME,
                "-Dlogback.configurationFile=" + HOME + "conf/logback.xml",
                "-cp",
                HOME + "lib/*"));
    command.addAll(
        early
            ? List.of(EarlyJames.class.getName(), DOMAIN, JamesProcess.USER, JamesProcess.PASSWORD)
            : List.of("org.apache.james.MemoryJamesServerMain"));
    return command;
  }

  private static Map<String, Integer> ports(boolean early) {
    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put(ServerSoftware.SMTP, PORTS.smtp());
    ports.put(ServerSoftware.SUBMISSION, PORTS.submission());
    ports.put(ServerSoftware.POP3, PORTS.pop3());
    ports.put(ServerSoftware.IMAP, PORTS.imap());
    if (!early) {
      ports.put(ServerSoftware.WEB_ADMIN, PORTS.webAdmin());
    }
    return ports;
  }

  /**
   * Gives a server {@link JamesProcess#USER}, as soon as it is up; early ones do so by themselves.
   */
  public static MailContainer withUser(MailContainer james) {
    boolean early = !james.version().equals(JamesVersions.NEWEST);
    String ready = early ? "James is ready" : "JAMES server started";
    Await.until(
        PATIENCE,
        () -> james.output().stream().anyMatch(line -> line.contains(ready)),
        () -> String.join("\n", james.output()));
    if (!early) {
      JamesWebAdmin webAdmin = new JamesWebAdmin(james.port(ServerSoftware.WEB_ADMIN));
      webAdmin.addDomain(DOMAIN);
      webAdmin.addUser(JamesProcess.USER, JamesProcess.PASSWORD);
      webAdmin.addInbox(JamesProcess.USER);
    }
    return james;
  }

  /** What listens on a container's loopback address is reached by nobody. */
  private static List<Path> listenOutside(Path configuration) throws IOException {
    try (Stream<Path> files = Files.list(configuration)) {
      List<Path> all = files.toList();
      for (Path file : all) {
        Files.writeString(
            file,
            Files.readString(file)
                .replace("<bind>127.0.0.1:", "<bind>0.0.0.0:")
                .replace("host=127.0.0.1", "host=0.0.0.0"));
      }
      return all;
    }
  }

  private static List<String> classPath(String version) throws IOException {
    Path file = Path.of(System.getProperty("mailscope.servers"), "james-" + version + ".classpath");
    return List.of(Files.readString(file).strip().split(File.pathSeparator));
  }

  private static Path launcher() {
    try {
      return Path.of(EarlyJames.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
