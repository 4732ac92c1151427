// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.otlp.OtlpHttpReceiver;
import io.mailscope.testing.server.JamesParts;
import io.mailscope.testing.server.JamesProcess;
import io.mailscope.testing.server.JamesVersions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** A log line that James writes during a command carries the command's trace. */
class JamesLogSmokeTest {

  /** With all that a user has to write, {@code %X{trace_id}}. */
  private static final String PATTERN = "trace_id=%X{trace_id} [%thread] %m%n";

  @ParameterizedTest
  @ArgumentsSource(JamesVersions.class)
  void logLineCarriesTheTraceOfTheCommand(String version) {
    try (OtlpHttpReceiver telemetry = OtlpHttpReceiver.start();
        JamesProcess james =
            JamesProcess.start(version, withLogLines(), Shipped.launch(telemetry))) {
      try (ScriptedClient smtp = ScriptedClient.connect(james.smtpPort())) {
        smtp.expect("220");
        smtp.line("EHLO client.test").readSmtp();
        smtp.line("MAIL FROM:<hatter@sender.test>").expect("250");
        smtp.line("RCPT TO:<nobody@example.test>").expect("550");
        smtp.line("RSET").expect("250");
        smtp.line("MAIL FROM:<hatter@sender.test>").expect("250");
        smtp.line("RCPT TO:<" + JamesProcess.USER + ">").expect("250");
        smtp.line("DATA").expect("354");
        smtp.send("Subject: " + Mail.SUBJECT + "\r\n\r\n" + Mail.TEXT + ".\r\n").expect("250");
        smtp.line("QUIT").expect("221");
      }
      telemetry.awaitSpan("smtp.command.quit");
      // Since 3.8 on the thread that reads, before on one for which Netty is done with reading.
      String thread = version.equals(JamesVersions.NEWEST) ? "smtp-io-" : "smtpserver-executor-";
      ExportedSpan refused = telemetry.spans("smtp.command.rcpt").get(0);
      hasTrace(james, "Rejected message. Unknown user", thread, refused);
      ExportedSpan data = telemetry.awaitSpan("smtp.command.data");
      hasTrace(james, "Successfully spooled mail", thread, data);

      if (version.equals(JamesVersions.NEWEST)) {
        try (ScriptedClient pop3 = ScriptedClient.connect(james.pop3Port())) {
          pop3.expect("+OK");
          pop3.line("USER " + JamesProcess.USER).expect("+OK");
          pop3.line("PASS " + JamesProcess.PASSWORD).expect("+OK");
          pop3.line("QUIT").expect("+OK");
        }
        hasTrace(james, "Opening mailbox", "pop3-io-", telemetry.awaitSpan("pop3.command.pass"));

        try (ScriptedClient imap = ScriptedClient.connect(james.imapPort())) {
          imap.expect("* OK");
          imap.line("a LOGIN " + JamesProcess.USER + " wrong").readTagged("a");
          imap.line("b LOGIN " + JamesProcess.USER + " wrong").readTagged("b");
          imap.line("c LOGIN " + JamesProcess.USER + " wrong").readToEnd();
        }
        telemetry.await(() -> telemetry.spans("imap.command.login").size() == 3);
        ExportedSpan third = telemetry.spans("imap.command.login").get(2);
        hasTrace(james, "Too many authentication failures", "blocking-call-wrapper-", third);
      }
    }
  }

  private static void hasTrace(
      JamesProcess james, String text, String thread, ExportedSpan command) {
    String line = james.process().awaitOutput(output -> output.contains(text));
    assertThat(line).startsWith("trace_id=" + command.traceId() + " [" + thread);
  }

  private static JamesParts withLogLines() {
    return JamesParts.none()
        .configuration(
            "logback.xml",
            text ->
                text.replaceFirst("<pattern>.*</pattern>", "<pattern>" + PATTERN + "</pattern>")
                    .replace("level=\"WARN\"", "level=\"INFO\""));
  }
}
