// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.greenmail;

import io.mailscope.testing.Await;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailServer;
import java.util.List;

/** A GreenMail with the user alice, and a raw client of its IMAP server that was greeted. */
final class ImapScenario implements AutoCloseable {

  final GreenMailServer server;
  final ScriptedClient client;
  private int tag;

  private ImapScenario(GreenMailServer server) {
    this.server = server;
    client = ScriptedClient.connect(server.imapPort());
    client.expect("* OK");
  }

  static ImapScenario start(String version) {
    GreenMailServer server = GreenMailServer.start(version);
    server.setUser("alice@example.test", "alice", "secret");
    return new ImapScenario(server);
  }

  ImapScenario login() {
    command("LOGIN alice secret");
    return this;
  }

  ImapScenario select() {
    command("SELECT INBOX");
    return this;
  }

  /** Sends a command with a tag of its own. */
  ImapScenario send(String command) {
    tag++;
    client.line("a" + tag + " " + command);
    return this;
  }

  /** All lines of the reply to the last command. */
  List<String> reply() {
    return client.readTagged("a" + tag);
  }

  /** Sends a command, and answers the tagged response without the tag. */
  String command(String command) {
    List<String> reply = send(command).reply();
    String last = reply.get(reply.size() - 1);
    return last.substring(last.indexOf(' ') + 1);
  }

  /** Sends a command, and answers how many octets the literals in the reply have. */
  long octetsOf(String command) {
    int before = client.transcript().length();
    send(command).reply();
    return ImapLiterals.octets(client.transcript().substring(before));
  }

  /** Mails the lines to alice, and waits for the mail to be in the inbox. */
  ImapScenario deliver(String... lines) {
    int before = server.messageCount();
    try (ScriptedClient smtp = ScriptedClient.connect(server.smtpPort())) {
      smtp.expect("220");
      smtp.line("HELO test").readSmtp();
      smtp.line("MAIL FROM:<bob@example.test>").expect("250");
      smtp.line("RCPT TO:<alice@example.test>").expect("250");
      smtp.line("DATA").expect("354");
      smtp.line(String.join("\r\n", lines)).line(".").expect("250");
    }
    Await.until(() -> server.messageCount() > before, () -> "the mail in the inbox");
    return this;
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
