// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import io.mailscope.auth.Attempts;
import io.mailscope.auth.Sasl;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailServer;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Credentials that can't be parsed. */
class MalformedIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @OnEveryGreenMail
  void smtpPlainThatIsNoBase64(GreenMailServer server) {
    try (ScriptedClient client = Greeted.smtp(server)) {
      client.line("AUTH PLAIN !!!").readLine();
      if (isLenient(server)) {
        Attempts.smtp(telemetry).failed("auth", "PLAIN", "", "user_not_found");
      } else {
        Attempts.smtp(telemetry).refused("auth", "PLAIN", "malformed");
      }
    }
  }

  @OnEveryGreenMail
  void smtpPlainOfOnePart(GreenMailServer server) {
    try (ScriptedClient client = Greeted.smtp(server)) {
      client.line("AUTH PLAIN").expect("334");
      client.line(Sasl.base64("alice")).readLine();
      if (isLenient(server)) {
        Attempts.smtp(telemetry).failed("auth", "PLAIN", "", "user_not_found");
      } else {
        Attempts.smtp(telemetry).refused("auth", "PLAIN", "malformed");
      }
    }
  }

  @OnEveryGreenMail
  void smtpLoginThatIsNoBase64(GreenMailServer server) {
    try (ScriptedClient client = Greeted.smtp(server)) {
      client.line("AUTH LOGIN").expect("334");
      client.line("!!!").expect("334");
      client.line(Sasl.base64("s3cret"));
      Attempts.smtp(telemetry).refused("auth", "LOGIN", "malformed");
    }
  }

  @OnEveryGreenMail
  void xoauth2ThatIsNoneOnAllProtocols(GreenMailServer server) {
    String reason = RunningGreenMails.hasXoauth2(server) ? "malformed" : "mechanism_unsupported";
    for (String token : new String[] {"!!!", Sasl.base64("user=alice"), Sasl.base64("x")}) {
      telemetry.reset();
      try (ScriptedClient smtp = Greeted.smtp(server);
          ScriptedClient pop3 = Greeted.pop3(server);
          ScriptedClient imap = Greeted.imap(server)) {
        smtp.line("AUTH XOAUTH2 " + token).readLine();
        pop3.line("AUTH XOAUTH2 " + token).readLine();
        imap.line("a AUTHENTICATE XOAUTH2 " + token).readLine();
        Attempts.smtp(telemetry).refused("auth", "XOAUTH2", reason);
        Attempts.pop3(telemetry).refused("auth", "XOAUTH2", reason);
        Attempts.imap(telemetry).refused("authenticate", "XOAUTH2", reason);
      }
    }
  }

  @OnEveryGreenMail
  void pop3PlainThatIsNoBase64(GreenMailServer server) {
    try (ScriptedClient client = Greeted.pop3(server)) {
      client.line("AUTH PLAIN").expect("+ ");
      client.line("!!!").expect("-ERR");
      if (isLenient(server)) {
        Attempts.pop3(telemetry).failed("auth", "PLAIN", "", "user_not_found");
      } else {
        Attempts.pop3(telemetry).refused("auth", "PLAIN", "malformed");
      }
    }
  }

  @OnEveryGreenMail
  void plainThatEndsInTheUser(GreenMailServer server) {
    String half = Sasl.plain("alice", "s3cret").substring(0, 9);
    try (ScriptedClient smtp = Greeted.smtp(server);
        ScriptedClient pop3 = Greeted.pop3(server)) {
      smtp.line("AUTH PLAIN " + half);
      pop3.line("AUTH PLAIN " + half);
      Attempts.smtp(telemetry).refused("auth", "PLAIN", "malformed");
      Attempts.pop3(telemetry).refused("auth", "PLAIN", "malformed");
    }
  }

  @OnEveryGreenMail
  void plainThatEndsInThePassword(GreenMailServer server) {
    String most = Sasl.plain("alice", "s3cret").substring(0, 13);
    try (ScriptedClient smtp = Greeted.smtp(server);
        ScriptedClient pop3 = Greeted.pop3(server)) {
      smtp.line("AUTH PLAIN " + most);
      pop3.line("AUTH PLAIN " + most);
      if (isLenient(server)) {
        Attempts.smtp(telemetry).failed("auth", "PLAIN", "alice", "malformed");
        Attempts.pop3(telemetry).failed("auth", "PLAIN", "alice", "malformed");
      } else {
        Attempts.smtp(telemetry).refused("auth", "PLAIN", "malformed");
        Attempts.pop3(telemetry).refused("auth", "PLAIN", "malformed");
      }
    }
  }

  @OnEveryGreenMail
  void imapCredentialsThatAreNoWord(GreenMailServer server) {
    String reason = RunningGreenMails.hasXoauth2(server) ? "malformed" : "mechanism_unsupported";
    for (String token : new String[] {"(s3cret", "=", "*", "\"s3cret"}) {
      telemetry.reset();
      try (ScriptedClient client = Greeted.imap(server)) {
        client.line("a AUTHENTICATE XOAUTH2 " + token).endOutput().readLine();
        Attempts.imap(telemetry).refused("authenticate", "XOAUTH2", reason);
      }
    }
  }

  /** Until 1.5.14 what is no base64 is skipped, and missing parts are empty. */
  private static boolean isLenient(GreenMailServer server) {
    return server.version().startsWith("1.5");
  }
}
