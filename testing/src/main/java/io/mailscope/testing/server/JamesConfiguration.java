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

/**
 * The working directory of a James: a small configuration on free ports of the loopback address.
 */
final class JamesConfiguration {

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
            <mailet match="RecipientIsLocal" class="VacationMailet"/>
            <mailet match="RecipientIsLocal" class="LocalDelivery"/>
            <mailet match="All" class="Null"/>
          </processor>
          <processor state="error" enableJmx="false">
            <mailet match="All" class="Null"/>
          </processor>
        </processors>
      </mailetcontainer>
      """;

  private final Path directory;
  private final JamesPorts ports;

  private JamesConfiguration(Path directory, JamesPorts ports) {
    this.directory = directory;
    this.ports = ports;
  }

  /** Writes it below the system's directory for temporary files. */
  static JamesConfiguration write() {
    try {
      JamesConfiguration configuration =
          new JamesConfiguration(Files.createTempDirectory("mailscope-james"), freePorts());
      configuration.writeFiles();
      return configuration;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path directory() {
    return directory;
  }

  JamesPorts ports() {
    return ports;
  }

  private void writeFiles() throws IOException {
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
        "enabled=true\nport=" + ports.webAdmin() + "\nhost=127.0.0.1\nhttps.enabled=false\n");
    write(
        "usersrepository.xml",
        "<usersrepository name=\"LocalUsers\"><algorithm>PBKDF2-SHA512</algorithm>"
            + "<enableVirtualHosting>true</enableVirtualHosting></usersrepository>");
    write("mailetcontainer.xml", MAILETS);
    write("jmx.properties", "jmx.enabled=false\n");
    write("jmap.properties", "enabled=false\n");
    write(
        "logback.xml",
        "<configuration><appender name=\"OUT\" class=\"ch.qos.logback.core.ConsoleAppender\">"
            + "<encoder><pattern>%level %logger{1} %X{trace_id} %msg%n%ex{5}</pattern></encoder>"
            + "</appender><root level=\"WARN\"><appender-ref ref=\"OUT\"/></root>"
            + "<logger name=\"org.apache.james.GuiceJamesServer\" level=\"INFO\"/></configuration>");
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
