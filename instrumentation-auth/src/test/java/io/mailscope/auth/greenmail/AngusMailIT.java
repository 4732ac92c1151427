// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mailscope.auth.Attempts;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.server.GreenMailServer;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Service;
import jakarta.mail.Session;
import java.util.Properties;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Authentication as Angus Mail, the Jakarta Mail client, does it. */
class AngusMailIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @OnEveryGreenMail
  void smtp(GreenMailServer server) throws MessagingException {
    for (String mechanism : new String[] {"PLAIN", "LOGIN"}) {
      telemetry.reset();
      Session session = session("mail.smtp.auth.mechanisms", mechanism);
      login(session.getTransport("smtp"), server.smtpPort(), "s3cret");
      Attempts.smtp(telemetry).succeeded("auth", mechanism, "alice");
      telemetry.reset();
      refused(session.getTransport("smtp"), server.smtpPort());
      Attempts.smtp(telemetry).failed("auth", mechanism, "alice", "invalid_key");
    }
  }

  @OnEveryGreenMail
  void pop3(GreenMailServer server) throws MessagingException {
    login(session("", "").getStore("pop3"), server.pop3Port(), "s3cret");
    Attempts.pop3(telemetry).succeeded("pass", "USERPASS", "alice");
    telemetry.reset();
    refused(session("", "").getStore("pop3"), server.pop3Port());
    Attempts.pop3(telemetry).failed("pass", "USERPASS", "alice", "invalid_key");
  }

  @OnEveryGreenMail
  void imap(GreenMailServer server) throws MessagingException {
    Session session = session("mail.imap.auth.mechanisms", "LOGIN");
    login(session.getStore("imap"), server.imapPort(), "s3cret");
    Attempts.imap(telemetry).succeeded("login", "LOGIN", "alice");
    telemetry.reset();
    refused(session.getStore("imap"), server.imapPort());
    Attempts.imap(telemetry).failed("login", "LOGIN", "alice", "invalid_key");
  }

  @OnGreenMailWithXoauth2
  void tokens(GreenMailServer server) throws MessagingException {
    Session smtp = session("mail.smtp.auth.mechanisms", "XOAUTH2");
    login(smtp.getTransport("smtp"), server.smtpPort(), "s3cret");
    Attempts.smtp(telemetry).succeeded("auth", "XOAUTH2", "alice");
    Session pop3 = session("mail.pop3.auth.mechanisms", "XOAUTH2");
    login(pop3.getStore("pop3"), server.pop3Port(), "s3cret");
    Attempts.pop3(telemetry).succeeded("auth", "XOAUTH2", "alice");
    Session imap = session("mail.imap.auth.mechanisms", "XOAUTH2");
    refused(imap.getStore("imap"), server.imapPort());
    Attempts.imap(telemetry).failed("authenticate", "XOAUTH2", "alice", "invalid_key");
  }

  private static Session session(String key, String value) {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.auth", "true");
    properties.setProperty(key, value);
    return Session.getInstance(properties);
  }

  private static void login(Service service, int port, String password) throws MessagingException {
    try (service) {
      service.connect("127.0.0.1", port, "alice", password);
    }
  }

  private static void refused(Service service, int port) {
    assertThatThrownBy(() -> login(service, port, "wrong"))
        .isInstanceOf(AuthenticationFailedException.class);
  }
}
