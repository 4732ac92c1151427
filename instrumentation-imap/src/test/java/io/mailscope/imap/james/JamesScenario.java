// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.JamesServer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A user of its own on the shared James, and a raw client of the IMAP server that was greeted. */
final class JamesScenario implements AutoCloseable {

  static final String PASSWORD = "open-s3same";

  private static final AtomicInteger USERS = new AtomicInteger();

  final JamesServer server = JamesServer.shared();
  final String user = "user" + USERS.incrementAndGet() + "@example.test";
  final ScriptedClient client;
  private int tag;

  private JamesScenario() {
    server.addUser(user, PASSWORD);
    client = connect();
  }

  static JamesScenario start() {
    return new JamesScenario();
  }

  /** One more connection. */
  ScriptedClient connect() {
    ScriptedClient more = ScriptedClient.connect(server.ports().imap());
    more.expect("* OK");
    return more;
  }

  JamesScenario login() {
    command("LOGIN " + user + " " + PASSWORD);
    return this;
  }

  JamesScenario select() {
    command("SELECT INBOX");
    return this;
  }

  /** Puts a mail into the inbox. */
  JamesScenario append(String mail) {
    String reply = command("APPEND INBOX {" + mail.length() + "+}\r\n" + mail);
    if (!reply.startsWith("OK")) {
      throw new AssertionError(reply);
    }
    return this;
  }

  /** Sends a command with a tag of its own. */
  JamesScenario send(String command) {
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

  @Override
  public void close() {
    client.close();
  }
}
