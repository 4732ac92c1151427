// SPDX-License-Identifier: Apache-2.0
package io.mailscope.testing.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The working directory of a James: a small configuration on free ports of the loopback address.
 */
public final class JamesConfiguration {

  private static final String LISTENER =
      """
        <jmxName>%s</jmxName>
        <bind>127.0.0.1:%d</bind>
        <tls socketTLS="false" startTLS="false"/>
        <connectiontimeout>360</connectiontimeout>
        <connectionLimit>0</connectionLimit>
        <connectionLimitPerIP>0</connectionLimitPerIP>
      """;

  private static final String SMTP =
      """
        <auth>
          <announce>%s</announce>
          <requireSSL>false</requireSSL>
          <plainAuthEnabled>true</plainAuthEnabled>
        </auth>
        <verifyIdentity>false</verifyIdentity>
        <maxmessagesize>0</maxmessagesize>
        <handlerchain>
          <handler class="org.apache.james.smtpserver.fastfail.ValidRcptHandler"/>
          <handler class="org.apache.james.smtpserver.CoreCmdHandlerLoader"/>
        </handlerchain>
      """;

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
    try {
      return write(version, Files.createTempDirectory("mailscope-james"), freePorts());
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
    try {
      JamesConfiguration configuration = new JamesConfiguration(directory, ports);
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

  Path directory() {
    return directory;
  }

  JamesPorts ports() {
    return ports;
  }

  private void writeFiles(String version) throws IOException {
    Files.createDirectories(directory.resolve("conf"));
    write(
        "smtpserver.xml",
        "<smtpservers>"
            + server("smtpserver", "smtp", ports.smtp(), SMTP.formatted("never"))
            + server("smtpserver", "submission", ports.submission(), SMTP.formatted("always"))
            + "</smtpservers>");
    write(
        "lmtpserver.xml",
        "<lmtpservers>"
            + server("lmtpserver", "lmtp", ports.lmtp(), core("lmtpserver"))
            + "</lmtpservers>");
    write(
        "pop3server.xml",
        "<pop3servers>"
            + server("pop3server", "pop3", ports.pop3(), core("pop3server.core"))
            + "</pop3servers>");
    write(
        "imapserver.xml",
        "<imapservers>"
            + server(
                "imapserver",
                "imap",
                ports.imap(),
                "<plainAuthDisallowed>false</plainAuthDisallowed><auth>"
                    + "<plainAuthEnabled>true</plainAuthEnabled><requireSSL>false</requireSSL></auth>")
            + "</imapservers>");
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
            + "<enableVirtualHosting>true</enableVirtualHosting></usersrepository>");
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

  private static String server(String element, String name, int port, String more) {
    return "<"
        + element
        + " enabled=\"true\">"
        + LISTENER.formatted(name, port)
        + more
        + "</"
        + element
        + ">";
  }

  private static String core(String module) {
    return "<handlerchain><handler class=\"org.apache.james."
        + module
        + ".CoreCmdHandlerLoader\"/></handlerchain>";
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(directory.resolve("conf").resolve(name), content);
  }

  private static JamesPorts freePorts() throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < 6; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      int[] p = sockets.stream().mapToInt(ServerSocket::getLocalPort).toArray();
      return new JamesPorts(p[0], p[1], p[2], p[3], p[4], p[5]);
    } finally {
      for (ServerSocket socket : sockets) {
        socket.close();
      }
    }
  }
}
