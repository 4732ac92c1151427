// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import io.mailscope.auth.Attempts;
import io.mailscope.auth.Sasl;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailServer;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Exchanges that the client breaks off: by an asterisk, or by leaving. */
class CancelledIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @OnEveryGreenMail
  void smtpPlainByAsterisk(GreenMailServer server) {
    try (ScriptedClient client = Greeted.smtp(server)) {
      client.line("AUTH PLAIN").expect("334");
      // GreenMail does not know how to cancel: it checks nobody, or fails at the base64.
      client.line("*").readLine();
      Attempts.smtp(telemetry).none("auth");
    }
  }

  @OnEveryGreenMail
  void smtpLoginByAsterisk(GreenMailServer server) {
    try (ScriptedClient client = Greeted.smtp(server)) {
      client.line("AUTH LOGIN").expect("334");
      client.line("*").expect("334");
      client.line(Sasl.base64("s3cret"));
      Attempts.smtp(telemetry).none("auth");
    }
  }

  @OnEveryGreenMail
  void pop3ByAsterisk(GreenMailServer server) {
    try (ScriptedClient client = Greeted.pop3(server)) {
      client.line("AUTH PLAIN").expect("+ ");
      client.line("*").expect("-ERR");
      Attempts.pop3(telemetry).none("auth");
    }
  }

  @OnEveryGreenMail
  void smtpByLeaving(GreenMailServer server) {
    for (String mechanism : new String[] {"PLAIN", "LOGIN"}) {
      telemetry.reset();
      try (ScriptedClient client = Greeted.smtp(server)) {
        client.line("AUTH " + mechanism).expect("334");
        client.endOutput();
        Attempts.smtp(telemetry).none("auth");
      }
    }
  }

  @OnEveryGreenMail
  void smtpByLeavingBeforeThePassword(GreenMailServer server) {
    try (ScriptedClient client = Greeted.smtp(server)) {
      client.line("AUTH LOGIN").expect("334");
      client.line(Sasl.base64("alice")).expect("334");
      client.endOutput();
      Attempts.smtp(telemetry).none("auth");
    }
  }

  @OnEveryGreenMail
  void pop3ByLeaving(GreenMailServer server) {
    try (ScriptedClient client = Greeted.pop3(server)) {
      client.line("AUTH PLAIN").expect("+ ");
      client.endOutput().readToEnd();
      Attempts.pop3(telemetry).none("auth");
    }
  }

  @OnEveryGreenMail
  void smtpByReset(GreenMailServer server) {
    try (ScriptedClient client = Greeted.smtp(server)) {
      client.line("AUTH PLAIN").expect("334");
      client.reset();
      Attempts.smtp(telemetry).none("auth");
    }
  }

  @OnEveryGreenMail
  void imapByLeavingInAnArgument(GreenMailServer server) {
    try (ScriptedClient client = Greeted.imap(server)) {
      client.send("a LOGIN alice s3c").endOutput().readToEnd();
      Attempts.imap(telemetry).none("login");
    }
  }

  @OnEveryGreenMail
  void imapByLeavingInAToken(GreenMailServer server) {
    try (ScriptedClient client = Greeted.imap(server)) {
      client.send("a AUTHENTICATE XOAUTH2 dXNlcj1h").endOutput().readToEnd();
      if (RunningGreenMails.hasXoauth2(server)) {
        Attempts.imap(telemetry).none("authenticate");
      } else {
        // Refused for its mechanism before the token was read.
        Attempts.imap(telemetry).refused("authenticate", "XOAUTH2", "mechanism_unsupported");
      }
    }
  }
}
