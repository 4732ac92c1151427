// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import static io.mailscope.testing.SpanAssert.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.Secrets;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.otlp.OtlpHttpReceiver;
import io.mailscope.testing.server.SubEthaProcess;
import io.mailscope.testing.server.SubEthaVersions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** The shipped jar on an application that has SubEtha in it. It speaks nothing but SMTP. */
class SubEthaSmokeTest {

  private static final String EMAIL = SubEthaProcess.USER + "@example.test";
  private static final String WRONG_PASSWORD = "qu33n-of-h3arts";

  @ParameterizedTest(name = "SubEtha {0}")
  @ArgumentsSource(SubEthaVersions.class)
  void allIsSeenAndNothingLeaks(String version) throws Exception {
    try (OtlpHttpReceiver telemetry = OtlpHttpReceiver.start();
        SubEthaProcess server = SubEthaProcess.start(version, Shipped.launch(telemetry))) {
      metersAreThereFromTheStart(telemetry);
      aMailIsSeen(telemetry, server);
      aFailedLoginIsSeen(telemetry, server);
      aBrokenConnectionLeavesNothingOpen(telemetry, server);

      server.stop();
      assertThat(telemetry.paths()).isNotEmpty().doesNotContain("/v1/logs");
      Secrets secrets =
          Secrets.of(SubEthaProcess.USER, SubEthaProcess.PASSWORD)
              .and(WRONG_PASSWORD)
              .and(Mail.SUBJECT)
              .and(Mail.TEXT.lines().findFirst().orElseThrow());
      assertThat(secrets.foundIn(telemetry.requests())).isEmpty();
      assertThat(server.output())
          .noneMatch(line -> line.contains("matched nothing") || line.contains("not applied"));
    }
  }

  private static void metersAreThereFromTheStart(OtlpHttpReceiver telemetry) {
    telemetry.awaitMetrics(() -> telemetry.metric("smtp.connections.active").isPresent());
    assertThat(telemetry.standing("mail.server.up")).isEqualTo(1);
    for (String meter :
        List.of(
            "smtp.connections.active",
            "smtp.messages.received",
            "smtp.bytes.received",
            "smtp.auth.attempts",
            "smtp.auth.failures")) {
      assertThat(telemetry.metric(meter)).as(meter).isPresent();
      assertThat(telemetry.standing(meter)).as(meter).isZero();
    }
  }

  private static void aMailIsSeen(OtlpHttpReceiver telemetry, SubEthaProcess server)
      throws Exception {
    Mail.send(server.port(), SubEthaProcess.USER, SubEthaProcess.PASSWORD, EMAIL, EMAIL);
    telemetry.awaitSpan("smtp.command.quit");

    CommandSpans commands = CommandSpans.of(telemetry, "smtp");
    assertThat(commands.names()).containsExactly("ehlo", "auth", "mail", "rcpt", "data", "quit");
    commands.areHarmlessRootsOfOneSession();
    ExportedSpan auth = telemetry.awaitSpan("smtp.auth.validate");
    assertThat(auth)
        .hasParent(telemetry.awaitSpan("smtp.command.auth"))
        .hasAttribute("smtp.auth.user", SubEthaProcess.USER)
        .hasAttribute("smtp.auth.success", true);
    ExportedSpan save = telemetry.awaitSpan("smtp.message.save");
    assertThat(save)
        .hasParent(telemetry.awaitSpan("smtp.command.data"))
        .hasAttribute("smtp.from", EMAIL)
        .hasAttribute("smtp.recipients_count", 1L);
    telemetry.awaitMetrics(
        () -> telemetry.sum("smtp.connections.closed", Map.of("reason", "quit")) == 1);
    assertThat(telemetry.sum("smtp.messages.received")).isEqualTo(1);
    assertThat(telemetry.sum("smtp.bytes.received"))
        .isEqualTo(save.attributes().get("smtp.buffer_size"));
    assertThat(telemetry.count("smtp.message.processing.duration", Map.of())).isEqualTo(1);
    assertThat(telemetry.sum("smtp.auth.attempts")).isEqualTo(1);
    assertThat(telemetry.sum("smtp.auth.failures")).isZero();
  }

  private static void aFailedLoginIsSeen(OtlpHttpReceiver telemetry, SubEthaProcess server) {
    try (ScriptedClient client = ScriptedClient.connect(server.port())) {
      client.expect("220");
      client.line("EHLO client.test").readSmtp();
      client.line("AUTH PLAIN " + plain(SubEthaProcess.USER, WRONG_PASSWORD)).expect("535");
      client.line("QUIT").readToEnd();
    }
    telemetry.await(() -> telemetry.spans("smtp.auth.validate").size() == 2);
    assertThat(telemetry.spans("smtp.auth.validate").get(1))
        .hasStatusUnset()
        .hasNoEvents()
        .hasAttribute("smtp.auth.user", SubEthaProcess.USER)
        .hasAttribute("smtp.auth.success", false);
    telemetry.awaitMetrics(() -> telemetry.sum("smtp.auth.failures") == 1);
  }

  private static void aBrokenConnectionLeavesNothingOpen(
      OtlpHttpReceiver telemetry, SubEthaProcess server) {
    ScriptedClient client = ScriptedClient.connect(server.port());
    client.expect("220");
    client.send("NOO");
    client.reset();
    telemetry.awaitMetrics(
        () ->
            telemetry.sum("smtp.connections.closed") == 3
                && telemetry.standing("smtp.connections.active") == 0);
  }

  private static String plain(String user, String password) {
    return Base64.getEncoder().encodeToString(("\0" + user + "\0" + password).getBytes(UTF_8));
  }
}
