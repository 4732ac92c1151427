// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.otlp.OtlpHttpReceiver;
import io.mailscope.testing.server.GreenMailProcess;
import io.mailscope.testing.server.GreenMailVersions;
import io.mailscope.testing.server.RenamedMethod;
import io.mailscope.testing.server.ServerJars;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GreenMail as it might be one day: with a method of another name. */
class UnknownVersionSmokeTest {

  private static final String GREENMAIL = "com.icegreen.greenmail";

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"smtp, getReturnPath, .mail.MovingMessage", "imap, getState, .imap.ImapSession"})
  void moduleThatDoesNotFitIsLeftOutWithOneLine(String protocol, String method, String type)
      throws Exception {
    try (OtlpHttpReceiver telemetry = OtlpHttpReceiver.start();
        GreenMailProcess server = start(GREENMAIL, method, telemetry)) {
      String module = "mail-" + protocol + "-greenmail";
      String line = server.process().awaitOutput(text -> text.contains(module + " not applied"));

      assertThat(line)
          .contains(" INFO ")
          .contains("mailscope: GreenMail " + GreenMailVersions.NEWEST + ": " + module)
          .contains(" not applied: missing " + GREENMAIL + type + "#" + method);
      telemetry.awaitMetrics(() -> telemetry.standing("mail.agent.hooks", missing(module)) > 0);
      assertThat(telemetry.standing("mail.agent.hooks", applied(module))).isZero();

      talk(server);
      for (String other : List.of("smtp", "pop3", "imap")) {
        if (!other.equals(protocol)) {
          telemetry.awaitSpan(other + ".command.noop");
        }
      }
      assertThat(telemetry.spans(protocol + ".command.noop")).isEmpty();
      assertThat(ofSelfCheck(server)).as("lines of the self-check").containsExactly(line);
    }
  }

  @Test
  void hookThatMeetsNothingIsAWarning() throws Exception {
    try (OtlpHttpReceiver telemetry = OtlpHttpReceiver.start();
        GreenMailProcess server = start(GREENMAIL + ".smtp", "dotLimitedInputStream", telemetry)) {
      String line = server.process().awaitOutput(text -> text.contains("matched nothing"));

      assertThat(line)
          .contains(" WARN ")
          .contains("mailscope: GreenMail " + GreenMailVersions.NEWEST + ": mail-smtp-greenmail")
          .contains("hook SmtpConnection#Data or MovingMessage#Data (message data)");
      telemetry.awaitMetrics(
          () ->
              telemetry.standing("mail.agent.hooks", missing("mail-smtp-greenmail")) == 1
                  && telemetry.standing("mail.agent.hooks", applied("mail-smtp-greenmail")) > 1);
      talk(server);
      telemetry.awaitSpan("smtp.command.noop");
      assertThat(ofSelfCheck(server)).containsExactly(line);
    }
  }

  @Test
  void moduleThatIsOffSaysAndCountsNothing() throws Exception {
    Path jar = renamed(GREENMAIL, "getReturnPath");
    try (OtlpHttpReceiver telemetry = OtlpHttpReceiver.start();
        GreenMailProcess server =
            GreenMailProcess.start(
                GreenMailVersions.NEWEST,
                jar,
                Shipped.launch(telemetry)
                    .property("otel.instrumentation.mail-smtp-greenmail.enabled", false))) {
      telemetry.awaitMetrics(
          () -> telemetry.standing("mail.agent.hooks", applied("mail-pop3-greenmail")) > 0);
      telemetry.awaitMetrics(
          () -> telemetry.standing("mail.agent.hooks", applied("mail-imap-greenmail")) > 0);

      assertThat(telemetry.standing("mail.agent.hooks", Map.of("module", "mail-smtp-greenmail")))
          .isZero();
      assertThat(ofSelfCheck(server)).isEmpty();
    }
  }

  private GreenMailProcess start(String packageName, String method, OtlpHttpReceiver telemetry)
      throws Exception {
    return GreenMailProcess.start(
        GreenMailVersions.NEWEST, renamed(packageName, method), Shipped.launch(telemetry));
  }

  private Path renamed(String packageName, String method) throws Exception {
    Path copy = directory.resolve("greenmail.jar");
    RenamedMethod.copy(
        ServerJars.jar("greenmail-standalone", GreenMailVersions.NEWEST),
        copy,
        packageName,
        method);
    return copy;
  }

  private static void talk(GreenMailProcess server) {
    try (ScriptedClient smtp = ScriptedClient.connect(server.smtpPort());
        ScriptedClient pop3 = ScriptedClient.connect(server.pop3Port());
        ScriptedClient imap = ScriptedClient.connect(server.imapPort())) {
      smtp.expect("220");
      smtp.line("NOOP").expect("250");
      pop3.expect("+OK");
      pop3.line("NOOP").expect("+OK");
      imap.expect("* OK");
      imap.line("a NOOP").readTagged("a");
    }
  }

  private static List<String> ofSelfCheck(GreenMailProcess server) {
    return server.process().output(line -> line.contains("mailscope: "));
  }

  private static Map<String, String> applied(String module) {
    return Map.of("module", module, "state", "applied");
  }

  private static Map<String, String> missing(String module) {
    return Map.of("module", module, "state", "missing");
  }
}
