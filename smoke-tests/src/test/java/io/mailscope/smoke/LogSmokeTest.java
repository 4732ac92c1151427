// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.otlp.OtlpHttpReceiver;
import io.mailscope.testing.server.GreenMailProcess;
import io.mailscope.testing.server.GreenMailVersions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** A log line that the server writes during a command carries the command's trace. */
class LogSmokeTest {

  /** All that a user has to write. */
  private static final String PATTERN = "trace_id=%X{trace_id} %m%n";

  private static final String LOG4J_1 =
      """
      <!DOCTYPE log4j:configuration SYSTEM "log4j.dtd">
      <log4j:configuration xmlns:log4j="http://jakarta.apache.org/log4j/">
        <appender name="console" class="org.apache.log4j.ConsoleAppender">
          <layout class="org.apache.log4j.PatternLayout">
            <param name="ConversionPattern" value="PATTERN"/>
          </layout>
        </appender>
        <logger name="com.icegreen.greenmail.user"><level value="DEBUG"/></logger>
        <root><level value="INFO"/><appender-ref ref="console"/></root>
      </log4j:configuration>
      """;

  private static final String LOG4J_2 =
      """
      <Configuration>
        <Appenders>
          <Console name="console"><PatternLayout pattern="PATTERN"/></Console>
        </Appenders>
        <Loggers>
          <Logger name="com.icegreen.greenmail.user" level="debug"/>
          <Root level="info"><AppenderRef ref="console"/></Root>
        </Loggers>
      </Configuration>
      """;

  @TempDir Path directory;

  @ParameterizedTest
  @ArgumentsSource(GreenMailVersions.class)
  void logLineCarriesTheTraceOfTheCommand(String version) throws IOException {
    boolean log4j1 = version.startsWith("1.");
    Path configuration = directory.resolve("log4j.xml");
    Files.writeString(configuration, (log4j1 ? LOG4J_1 : LOG4J_2).replace("PATTERN", PATTERN));
    try (OtlpHttpReceiver telemetry = OtlpHttpReceiver.start();
        GreenMailProcess server =
            GreenMailProcess.start(
                version,
                Shipped.launch(telemetry)
                    .property(
                        log4j1 ? "log4j.configuration" : "log4j2.configurationFile",
                        configuration.toUri()))) {
      telemetry.awaitExport(); // a moment, in which GreenMail adds its users
      try (ScriptedClient imap = ScriptedClient.connect(server.imapPort())) {
        imap.expect("* OK");
        imap.line("a LOGIN " + GreenMailProcess.USER + " " + GreenMailProcess.PASSWORD);
        imap.readTagged("a");
      }
      ExportedSpan login = telemetry.awaitSpan("imap.command.login");
      String line = server.process().awaitOutput(text -> text.contains("Authenticating user"));
      assertThat(line).startsWith("trace_id=" + login.traceId() + " ");
    }
  }
}
