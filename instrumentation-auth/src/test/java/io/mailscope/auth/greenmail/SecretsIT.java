// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.auth.Sasl;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.ExportedSpan;
import io.mailscope.testing.Secrets;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailServer;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever a client does with its password: it is in nothing that is exported. */
class SecretsIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  private static final String PASSWORD = "c0rrect-h0rse";
  private static final String PLAIN = Sasl.plain("carol", PASSWORD);
  private static final String XOAUTH2 = Sasl.xoauth2("carol", PASSWORD);

  private static final Secrets SECRETS =
      Secrets.of("carol", PASSWORD).and(PLAIN).and(XOAUTH2).and("c4c9334bac560ecc979e58001b3e22fb");

  @OnEveryGreenMail
  void rightAndWrongInEveryWay(GreenMailServer server) {
    for (String password : new String[] {PASSWORD, "other"}) {
      server.setUser("carol@example.test", "carol", password);
      smtp(server, "AUTH PLAIN " + PLAIN, "AUTH PLAIN", PLAIN, "AUTH XOAUTH2 " + XOAUTH2);
      smtp(server, "AUTH LOGIN", Sasl.base64("carol"), Sasl.base64(PASSWORD));
      pop3(server, "USER carol", "PASS " + PASSWORD, "PASS " + PASSWORD);
      pop3(server, "AUTH PLAIN " + PLAIN, "AUTH PLAIN", PLAIN);
      pop3(server, "AUTH XOAUTH2", XOAUTH2, "APOP carol c4c9334bac560ecc979e58001b3e22fb");
      imap(server, "a LOGIN carol " + PASSWORD, "b LOGIN carol \"" + PASSWORD + "\"");
      imap(server, "a AUTHENTICATE XOAUTH2 " + XOAUTH2, "b AUTHENTICATE PLAIN " + PLAIN);
    }
    assertThatNothingLeaked();
  }

  @OnEveryGreenMail
  void inTheWrongPlace(GreenMailServer server) {
    smtp(server, "AUTH " + PASSWORD, "AUTH " + PLAIN, PLAIN, Sasl.base64(PASSWORD), PASSWORD);
    smtp(server, "AUTH LOGIN " + Sasl.base64(PASSWORD), Sasl.base64(PASSWORD));
    smtp(server, "AUTH PLAIN " + Sasl.base64(PASSWORD));
    smtp(server, "AUTH PLAIN " + Sasl.base64("\0carol\0" + PASSWORD + "\0" + PASSWORD));
    pop3(server, "AUTH " + PASSWORD, "AUTH PLAIN " + PLAIN + " " + PLAIN, PLAIN, PASSWORD);
    pop3(server, "AUTH PLAIN " + Sasl.base64(PASSWORD), "PASS " + PASSWORD);
    pop3(server, "AUTH XOAUTH2 " + PLAIN, "APOP " + PASSWORD, "AUTH PLAIN !" + PASSWORD + "!");
    imap(server, "a AUTHENTICATE " + PASSWORD, "b AUTHENTICATE " + PLAIN + " x", "c " + PASSWORD);
    imap(server, "a AUTHENTICATE XOAUTH2 " + PLAIN);
    imap(server, "a AUTHENTICATE XOAUTH2 {13}", PASSWORD, PASSWORD, Sasl.base64(PASSWORD) + " x");
    imap(server, "a LOGIN carol " + PASSWORD + "(", "b LOGIN carol " + PASSWORD + " more");
    imap(server, "a LOGIN carol {13}", PASSWORD + " " + PASSWORD);
    assertThatNothingLeaked();
  }

  private static void assertThatNothingLeaked() {
    telemetry.await(
        () ->
            telemetry.standing("smtp.connections.active") == 0
                && telemetry.standing("pop3.sessions.active") == 0
                && telemetry.standing("imap.sessions.active") == 0);
    assertThat(telemetry.spans("smtp.auth.validate")).isNotEmpty();
    assertThat(telemetry.spans("pop3.auth.validate")).isNotEmpty();
    assertThat(telemetry.spans("imap.auth.validate")).isNotEmpty();
    assertThat(SECRETS.foundIn(telemetry.spans().toString())).isEmpty();
    assertThat(SECRETS.foundIn(telemetry.metrics().toString())).isEmpty();
    for (ExportedSpan span : telemetry.spans()) {
      assertThat(span.attributes()).as(span.name()).doesNotContainKey("exception.message");
      assertThat(span.events()).as(span.name()).isEmpty();
    }
  }

  private static void smtp(GreenMailServer server, String... lines) {
    send(ScriptedClient.connect(server.smtpPort()), lines);
  }

  private static void pop3(GreenMailServer server, String... lines) {
    send(ScriptedClient.connect(server.pop3Port()), lines);
  }

  private static void imap(GreenMailServer server, String... lines) {
    send(ScriptedClient.connect(server.imapPort()), lines);
  }

  private static void send(ScriptedClient client, String... lines) {
    try (client) {
      client.send(String.join("\r\n", lines) + "\r\n").endOutput().readToEnd();
    }
  }
}
