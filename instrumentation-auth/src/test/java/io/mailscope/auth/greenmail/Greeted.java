// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.GreenMailServer;

/** Raw connections on which the server has said its greeting. */
final class Greeted {

  private Greeted() {}

  static ScriptedClient smtp(GreenMailServer server) {
    return greeted(server.smtpPort(), "220");
  }

  static ScriptedClient pop3(GreenMailServer server) {
    return greeted(server.pop3Port(), "+OK");
  }

  static ScriptedClient imap(GreenMailServer server) {
    return greeted(server.imapPort(), "* OK");
  }

  private static ScriptedClient greeted(int port, String greeting) {
    ScriptedClient client = ScriptedClient.connect(port);
    client.expect(greeting);
    return client;
  }
}
