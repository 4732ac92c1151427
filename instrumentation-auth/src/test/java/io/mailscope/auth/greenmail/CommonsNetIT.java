// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.auth.Attempts;
import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.server.GreenMailServer;
import org.apache.commons.net.imap.AuthenticatingIMAPClient;
import org.apache.commons.net.pop3.ExtendedPOP3Client;
import org.apache.commons.net.smtp.AuthenticatingSMTPClient;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Authentication as Commons Net does it: with challenges where Angus Mail sends all at once. */
class CommonsNetIT {

  @RegisterExtension static final AgentTelemetry telemetry = AgentTelemetry.create();

  @OnEveryGreenMail
  void smtp(GreenMailServer server) throws Exception {
    AuthenticatingSMTPClient client = new AuthenticatingSMTPClient("TLS", false, "UTF-8");
    client.connect("127.0.0.1", server.smtpPort());
    try {
      client.elogin("client.test");
      assertThat(client.auth(AuthenticatingSMTPClient.AUTH_METHOD.CRAM_MD5, "alice", "s3cret"))
          .isFalse();
      Attempts.smtp(telemetry).refused("auth", "CRAM-MD5", "mechanism_unsupported");
      telemetry.reset();
      assertThat(client.auth(AuthenticatingSMTPClient.AUTH_METHOD.LOGIN, "alice", "s3cret"))
          .isTrue();
      Attempts.smtp(telemetry).succeeded("auth", "LOGIN", "alice");
    } finally {
      client.disconnect();
    }
  }

  @OnEveryGreenMail
  void pop3(GreenMailServer server) throws Exception {
    ExtendedPOP3Client client = new ExtendedPOP3Client();
    client.connect("127.0.0.1", server.pop3Port());
    try {
      assertThat(client.auth(ExtendedPOP3Client.AUTH_METHOD.PLAIN, "alice", "wrong")).isFalse();
      Attempts.pop3(telemetry).failed("auth", "PLAIN", "alice", "invalid_key");
      telemetry.reset();
      assertThat(client.login("alice", "s3cret")).isTrue();
      Attempts.pop3(telemetry).succeeded("pass", "USERPASS", "alice");
    } finally {
      client.disconnect();
    }
  }

  @OnEveryGreenMail
  void imap(GreenMailServer server) throws Exception {
    AuthenticatingIMAPClient client = new AuthenticatingIMAPClient("TLS", false);
    client.connect("127.0.0.1", server.imapPort());
    try {
      assertThat(client.auth(AuthenticatingIMAPClient.AUTH_METHOD.PLAIN, "alice", "s3cret"))
          .isFalse();
      Attempts.imap(telemetry).refused("authenticate", "PLAIN", "mechanism_unsupported");
      telemetry.reset();
      assertThat(client.login("alice", "s3cret")).isTrue();
      Attempts.imap(telemetry).succeeded("login", "LOGIN", "alice");
    } finally {
      client.disconnect();
    }
  }
}
