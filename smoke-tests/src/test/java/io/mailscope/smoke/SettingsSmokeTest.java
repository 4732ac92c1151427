// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.ExportedMetric;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.otlp.OtlpHttpReceiver;
import io.mailscope.testing.server.GreenMailProcess;
import io.mailscope.testing.server.GreenMailVersions;
import io.mailscope.testing.server.Launch;
import jakarta.mail.MessagingException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Settings as users give them, to a whole process. */
class SettingsSmokeTest {

  @Test
  void wrongValuesAreOneLineEachAndTheServerStarts() {
    try (OtlpHttpReceiver telemetry = OtlpHttpReceiver.start();
        GreenMailProcess server =
            start(
                Shipped.launch(telemetry)
                    .property("otel.instrumentation.mail.capture-user", "everything")
                    .environment("OTEL_INSTRUMENTATION_MAIL_CLIENT_FAULTS_AS_ERRORS", "perhaps")
                    .property("otel.instrumentation.mail.disabled-events", "no.such.event"))) {
      noop(server);
      telemetry.awaitSpan("pop3.command.noop");
      assertThat(complaints(server, "otel.instrumentation.mail.capture-user"))
          .singleElement()
          .asString()
          .contains("everything", "clear", "hash", "domain", "none");
      assertThat(complaints(server, "otel.instrumentation.mail.client-faults-as-errors"))
          .singleElement()
          .asString()
          .contains("perhaps", "true", "false");
      assertThat(complaints(server, "otel.instrumentation.mail.disabled-events"))
          .singleElement()
          .asString()
          .contains("no.such.event");
    }
  }

  @Test
  void moduleThatIsOffIsSilent() throws MessagingException {
    try (OtlpHttpReceiver telemetry = OtlpHttpReceiver.start();
        GreenMailProcess server =
            start(
                Shipped.launch(telemetry)
                    .property("otel.instrumentation.mail-smtp-greenmail.enabled", false))) {
      telemetry.awaitExport(); // a moment, in which GreenMail adds its users
      // With a login, which is another module's that stays on.
      Mail.send(
          server.smtpPort(),
          GreenMailProcess.USER,
          GreenMailProcess.PASSWORD,
          "hatter@example.test",
          "alice@example.test");
      noop(server);
      telemetry.awaitSpan("pop3.command.quit");
      telemetry.awaitMetrics(() -> telemetry.sum("pop3.commands") == 2);
      telemetry.awaitExport();
      assertThat(telemetry.spans())
          .extracting(ExportedSpan::name)
          .containsExactly("pop3.command.noop", "pop3.command.quit");
      assertThat(telemetry.metrics())
          .extracting(ExportedMetric::name)
          .contains("pop3.sessions.active")
          .noneMatch(name -> name.startsWith("smtp."));
    }
  }

  @Test
  void mailProfileLeavesOnlyOurs() {
    try (OtlpHttpReceiver telemetry = OtlpHttpReceiver.start();
        GreenMailProcess server =
            start(
                Shipped.launch(telemetry)
                    .property("otel.instrumentation.common.default-enabled", false)
                    .property("otel.instrumentation.mail.enabled", true))) {
      noop(server);
      telemetry.awaitSpan("pop3.command.quit");
      telemetry.awaitMetrics(() -> telemetry.sum("pop3.commands") == 2);
      assertThat(telemetry.metrics())
          .extracting(ExportedMetric::name)
          .noneMatch(name -> name.startsWith("jvm."));
    }
  }

  @Test
  void commandLineIsKeptOutBesidesWhatTheUserDisables() {
    try (OtlpHttpReceiver telemetry = OtlpHttpReceiver.start();
        GreenMailProcess server =
            start(Shipped.launch(telemetry).property("otel.resource.disabled.keys", "host.name"))) {
      noop(server);
      telemetry.awaitSpan("pop3.command.quit");
      assertThat(telemetry.resource())
          .containsKey("process.pid")
          .doesNotContainKeys("host.name", "process.command_args", "process.command_line");
    }
  }

  @Test
  void commandLineIsKeptOnDemand() {
    try (OtlpHttpReceiver telemetry = OtlpHttpReceiver.start();
        GreenMailProcess server =
            start(
                Shipped.launch(telemetry)
                    .property("otel.instrumentation.mail.keep-command-line", true))) {
      noop(server);
      telemetry.awaitSpan("pop3.command.quit");
      assertThat(telemetry.resource()).containsKey("process.command_args");
    }
  }

  private static GreenMailProcess start(Launch launch) {
    return GreenMailProcess.start(GreenMailVersions.NEWEST, launch);
  }

  private static void noop(GreenMailProcess server) {
    try (ScriptedClient pop3 = ScriptedClient.connect(server.pop3Port())) {
      pop3.expect("+OK");
      pop3.line("NOOP").readLine();
      pop3.line("QUIT").expect("+OK");
    }
  }

  private static List<String> complaints(GreenMailProcess server, String property) {
    return server.process().output(line -> line.contains(property));
  }
}
