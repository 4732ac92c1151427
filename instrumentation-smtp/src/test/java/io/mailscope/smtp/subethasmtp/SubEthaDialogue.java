// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.subethasmtp;

import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.SubEthaServer;

/** The steps of a mail transaction that most tests need before they come to their point. */
final class SubEthaDialogue {

  private SubEthaDialogue() {}

  /** Connects and reads the greeting. */
  static ScriptedClient greeted(SubEthaServer server) {
    ScriptedClient client = ScriptedClient.connect(server.port());
    client.expect("220");
    return client;
  }

  /** Brings a connection to where a recipient is accepted. */
  static ScriptedClient untilRecipient(SubEthaServer server) {
    ScriptedClient client = greeted(server);
    client.line("HELO client.test").readSmtp();
    client.line("MAIL FROM:<alice@example.test>").expect("250");
    client.line("RCPT TO:<bob@example.test>").expect("250");
    return client;
  }

  /** Brings a connection to where the message data is awaited. */
  static ScriptedClient untilData(SubEthaServer server) {
    ScriptedClient client = untilRecipient(server);
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
