// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james.server;

import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.JamesServer;
import java.util.concurrent.atomic.AtomicInteger;

/** A user of whole James with a mailbox that no other test has seen. */
final class JamesPop3User {

  private static final String PASSWORD = "wh1te-rabb1t";

  private static final AtomicInteger USERS = new AtomicInteger();

  private final JamesServer james;
  private final String name = "pop3-" + USERS.incrementAndGet() + "@example.test";

  private JamesPop3User(JamesServer james) {
    this.james = james;
  }

  static JamesPop3User create(JamesServer james) {
    JamesPop3User user = new JamesPop3User(james);
    james.addUser(user.name, PASSWORD);
    return user;
  }

  String name() {
    return name;
  }

  /** By LMTP, which answers when the message is in the mailbox. */
  void deliver(String... mails) {
    try (ScriptedClient client = ScriptedClient.connect(james.ports().lmtp())) {
      client.expect("220");
      client.line("LHLO client.test").readSmtp();
      for (String mail : mails) {
        client.line("MAIL FROM:<queen@example.test>").expect("250");
        client.line("RCPT TO:<" + name + ">").expect("250");
        client.line("DATA").expect("354");
        client.send(mail.replace("\r\n.", "\r\n..") + ".\r\n").expect("250");
        client.line("RSET").expect("250"); // James forgets to
      }
      client.line("QUIT").expect("221");
    }
  }

  /** A connection on which the user is logged in. */
  ScriptedClient login() {
    ScriptedClient client = greeted(james.ports().pop3());
    client.line("USER " + name).expect("+OK");
    client.line("PASS " + PASSWORD).expect("+OK");
    return client;
  }

  /** A connection of nobody yet. */
  static ScriptedClient greeted(int port) {
    ScriptedClient client = ScriptedClient.connect(port);
    client.expect("+OK");
    return client;
  }

  /** Takes leave and waits until James has closed the connection. */
  static void quit(ScriptedClient client) {
    client.line("QUIT").expect("+OK");
    client.readToEnd();
  }
}
