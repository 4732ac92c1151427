// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james;

import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.JamesProtocolsServer;

/** The steps of a mail transaction that most tests need before they come to their point. */
final class JamesDialogue {

  private JamesDialogue() {}

  /** Connects and reads the greeting. */
  static ScriptedClient greeted(JamesProtocolsServer server) {
    return greeted(server.smtpPort());
  }

  private static ScriptedClient greeted(int port) {
    ScriptedClient client = ScriptedClient.connect(port);
    client.expect("220");
    return client;
  }

  /** Brings a connection to where the message data is awaited. */
  static ScriptedClient untilData(JamesProtocolsServer server) {
    ScriptedClient client = greeted(server);
    client.line("HELO client.test").readSmtp();
    return transaction(client, "bob@example.test");
  }

  /** The same by LMTP. */
  static ScriptedClient untilLmtpData(JamesProtocolsServer server, String... recipients) {
    ScriptedClient client = greeted(server.port("lmtp"));
    client.line("LHLO client.test").readSmtp();
    return transaction(client, recipients);
  }

  private static ScriptedClient transaction(ScriptedClient client, String... recipients) {
    client.line("MAIL FROM:<alice@example.test>").expect("250");
    for (String recipient : recipients) {
      client.line("RCPT TO:<" + recipient + ">").expect("250");
    }
    client.line("DATA").expect("354");
    return client;
  }

  /** Takes leave and waits until the server has closed the connection. */
  static void quit(ScriptedClient client) {
    client.line("QUIT").expect("221");
    client.readToEnd();
    client.close();
  }
}
