// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.greenmail;

import io.mailscope.testing.Await;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailServer;

/** A GreenMail with a user who has mail, and clients on it. */
final class Pop3Mail {

  static final String USER = "bob";
  static final String PASSWORD = "s3cr3t-w0rd";

  private Pop3Mail() {}

  static GreenMailServer start(String version, String... more) {
    return GreenMailServer.start(version, more).setUser("bob@example.test", USER, PASSWORD);
  }

  /** Sends a message by SMTP, dot-stuffed here; its lines end with CRLF. */
  static void deliver(GreenMailServer server, String message) {
    int before = server.messageCount();
    try (ScriptedClient smtp = ScriptedClient.connect(server.smtpPort())) {
      smtp.expect("220");
      smtp.line("HELO client.test").readSmtp();
      smtp.line("MAIL FROM:<alice@example.test>").expect("250");
      smtp.line("RCPT TO:<bob@example.test>").expect("250");
      smtp.line("DATA").expect("354");
      smtp.send(("\r\n" + message).replace("\r\n.", "\r\n..").substring(2)).send("\r\n.\r\n");
      smtp.expect("250");
      smtp.line("QUIT").expect("221");
    }
    Await.until(() -> server.messageCount() == before + 1, () -> "the message in the store");
  }

  /** Connects and reads the greeting. */
  static ScriptedClient connect(GreenMailServer server) {
    ScriptedClient client = ScriptedClient.connect(server.pop3Port());
    client.expect("+OK");
    return client;
  }

  /** Connects and logs in: USER and PASS. */
  static ScriptedClient login(GreenMailServer server) {
    ScriptedClient client = connect(server);
    client.line("USER " + USER).expect("+OK");
    client.line("PASS " + PASSWORD).expect("+OK");
    return client;
  }

  /** Octets that the server sends in answer to a multi-line command, between reply and last dot. */
  static int content(ScriptedClient client, String command) {
    int before = client.transcript().length();
    client.line(command).readPop3MultiLine();
    return client.transcript().length() - before - "+OK\r\n.\r\n".length();
  }
}
