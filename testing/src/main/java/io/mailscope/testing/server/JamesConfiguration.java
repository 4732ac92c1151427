// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The working directory of a James: a small configuration on free ports of the loopback address.
 */
public final class JamesConfiguration {

  /** James' own default is looked up on the system's class path, where there may be none. */
  private static final String MAILETS =
      """
      <mailetcontainer enableJmx="false">
        <context><postmaster>postmaster@example.test</postmaster></context>
        <spooler><threads>2</threads></spooler>
        <processors>
          <processor state="root" enableJmx="false">
            <mailet match="All" class="ToProcessor"><processor>transport</processor></mailet>
          </processor>
          <processor state="transport" enableJmx="false">
            <mailet match="All" class="RemoveMimeHeader"><name>bcc</name></mailet>
            %s
            <mailet match="RecipientIsLocal" class="LocalDelivery"/>
            <mailet match="All" class="Null"/>
          </processor>
          <processor state="error" enableJmx="false">
            <mailet match="All" class="Null"/>
          </processor>
        </processors>
      </mailetcontainer>
      """;

  /** What James refuses to start without, local recipients' vacation first. */
  private static final Map<String, List<String>> REQUIRED =
      Map.of(
          "3.0.0",
          List.of("org.apache.james.jmap.mailet.VacationMailet"),
          "3.2.0",
          List.of(
              "org.apache.james.jmap.mailet.VacationMailet",
              "org.apache.james.jmap.mailet.filter.JMAPFiltering"),
          JamesVersions.NEWEST,
          List.of("VacationMailet"));

  /** A name that may act as any user; nobody has it unless a test adds the user. */
  public static final String ADMINISTRATOR = "administrator@example.test";

  private final Path directory;
  private final JamesPorts ports;

  private JamesConfiguration(Path directory, JamesPorts ports) {
    this.directory = directory;
    this.ports = ports;
  }

  /**
   * Writes it below the system's directory for temporary files.
   *
   * @param version James' own, one of {@link JamesVersions}
   */
  static JamesConfiguration write(String version) {
    return write(version, (JamesTraps) null);
  }

  /**
   * The same with more listeners.
   *
   * @param traps null for none
   */
  static JamesConfiguration write(String version, JamesTraps traps) {
    try {
      return write(version, Files.createTempDirectory("mailscope-james"), freePorts(), traps);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes it into a directory, over what is there.
   *
   * @param version James' own, one of {@link JamesVersions}
   */
  public static JamesConfiguration write(String version, Path directory, JamesPorts ports) {
    return write(version, directory, ports, null);
  }

  private static JamesConfiguration write(
      String version, Path directory, JamesPorts ports, JamesTraps traps) {
    try {
      JamesConfiguration configuration = new JamesConfiguration(directory, ports);
      configuration.writeListeners(traps);
      configuration.writeFiles(version);
      return configuration;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the JVM of a James that is to use it needs to know. */
  public List<String> jvmArguments() {
    return List.of(
        "-Xmx512m",
        "-Dworking.directory=" + directory,
        "-Dlogback.configurationFile=" + directory.resolve("conf/logback.xml"));
  }

  /** A file more, or another in the place of one. */
  JamesConfiguration with(String file, String content) {
    try {
      write(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Free ports for more listeners. */
  static JamesTraps traps() {
    int[] p = FreePorts.take(9);
    int[] i = FreePorts.take(7);
    return new JamesTraps(
        p[0],
        p[1],
        p[2],
        p[3],
        p[4],
        p[5],
        p[6],
        p[7],
        p[8],
        TokenIssuer.start(),
        new JamesImapTraps(i[0], i[1], i[2], i[3], i[4], i[5], i[6]));
  }

  Path directory() {
    return directory;
  }

  JamesPorts ports() {
    return ports;
  }

  /** Deletes the working directory, once nothing runs in it. */
  void delete() {
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      // Gone already, or James still writes to it: then it is left to who cleans up.
    }
  }

  private void writeListeners(JamesTraps traps) throws IOException {
    Files.createDirectories(directory.resolve("conf"));
    List<JamesListener> smtp =
        new ArrayList<>(
            List.of(
                JamesListener.smtp("smtp", ports.smtp(), "never"),
                JamesListener.smtp("submission", ports.submission(), "always")));
    List<JamesListener> lmtp =
        new ArrayList<>(List.of(JamesListener.lmtp("lmtp", ports.lmtp(), "CoreCmdHandlerLoader")));
    List<JamesListener> pop3 = new ArrayList<>(List.of(JamesListener.pop3("pop3", ports.pop3())));
    List<JamesListener> imap = new ArrayList<>(List.of(JamesListener.imap("imap", ports.imap())));
    if (traps != null) {
      ServerKey.writeForJames(directory);
      smtp.addAll(traps.smtp());
      lmtp.addAll(traps.lmtp());
      pop3.addAll(traps.pop3());
      imap.addAll(traps.imapListeners());
    }
    write("smtpserver.xml", "smtpservers", smtp);
    write("lmtpserver.xml", "lmtpservers", lmtp);
    write("pop3server.xml", "pop3servers", pop3);
    write("imapserver.xml", "imapservers", imap);
  }

  private void write(String file, String root, List<JamesListener> listeners) throws IOException {
    String all = listeners.stream().map(JamesListener::xml).collect(Collectors.joining());
    write(file, "<%s>%s</%s>".formatted(root, all, root));
  }

  private void writeFiles(String version) throws IOException {
    write(
        "webadmin.properties",
        "enabled="
            + version.equals(JamesVersions.NEWEST) // the early ones listen on all addresses
            + "\nport="
            + ports.webAdmin()
            + "\nhost=127.0.0.1\nhttps.enabled=false\n");
    write(
        "usersrepository.xml",
        "<usersrepository name=\"LocalUsers\"><algorithm>PBKDF2-SHA512</algorithm>"
            + "<enableVirtualHosting>true</enableVirtualHosting><administratorId>"
            + ADMINISTRATOR
            + "</administratorId></usersrepository>");
    write("mailetcontainer.xml", MAILETS.formatted(mailets(version)));
    write("jmx.properties", "jmx.enabled=false\n");
    write("jmap.properties", "enabled=false\n");
    write(
        "logback.xml",
        "<configuration><appender name=\"OUT\" class=\"ch.qos.logback.core.ConsoleAppender\">"
            + "<encoder><pattern>%level %logger{1} %X{trace_id} %msg%n%ex{5}</pattern></encoder>"
            + "</appender><root level=\"WARN\"><appender-ref ref=\"OUT\"/></root>"
            + "<logger name=\"org.apache.james.GuiceJamesServer\" level=\"INFO\"/></configuration>");
  }

  private static String mailets(String version) {
    return REQUIRED.get(version).stream()
        .map(type -> "<mailet match=\"RecipientIsLocal\" class=\"" + type + "\"/>")
        .collect(Collectors.joining());
  }

  private void write(String name, String content) throws IOException {
    Path file = directory.resolve("conf").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static JamesPorts freePorts() {
    int[] p = FreePorts.take(6);
    return new JamesPorts(p[0], p[1], p[2], p[3], p[4], p[5]);
  }
}
