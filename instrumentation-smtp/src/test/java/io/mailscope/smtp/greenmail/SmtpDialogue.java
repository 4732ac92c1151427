// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.greenmail;

import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailServer;

/** The steps of a mail transaction that most tests need before they come to their point. */
final class SmtpDialogue {

  private SmtpDialogue() {}

  /** Connects and reads the greeting. */
  static ScriptedClient greeted(GreenMailServer server) {
    ScriptedClient client = ScriptedClient.connect(server.smtpPort());
    client.expect("220");
    return client;
  }

  /** Brings a connection to where the message data is awaited. */
  static ScriptedClient untilData(GreenMailServer server) {
    ScriptedClient client = greeted(server);
    client.line("HELO client.test").readSmtp();
    client.line("MAIL FROM:<alice@example.test>").expect("250");
    client.line("RCPT TO:<bob@example.test>").expect("250");
    client.line("DATA").expect("354");
    return client;
  }

  /** Takes leave and waits until the server has closed the connection. */
  static void quit(ScriptedClient client) {
    client.line("QUIT").expect("221");
    client.readToEnd();
    client.close();
  }

  /** The same, where replies to commands before are still to be read. */
  static void quitAfter(ScriptedClient client, int replies) {
    for (int i = 0; i < replies; i++) {
      client.readLine();
    }
    quit(client);
  }
}
