// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.JamesProtocolsServer;
import io.mailscope.testing.server.JamesServer;

/** Raw connections on which James has said its greeting. */
final class JamesClient {

  private JamesClient() {}

  static ScriptedClient smtp(JamesProtocolsServer server) {
    return greeted(server.smtpPort(), "220");
  }

  static ScriptedClient pop3(JamesProtocolsServer server) {
    return greeted(server.port("pop3"), "+OK");
  }

  /** Of the whole server. */
  static ScriptedClient smtp(JamesServer server) {
    return greeted(server.ports().submission(), "220");
  }

  /** Of the whole server. */
  static ScriptedClient pop3(JamesServer server) {
    return greeted(server.ports().pop3(), "+OK");
  }

  static ScriptedClient greeted(int port, String greeting) {
    ScriptedClient client = ScriptedClient.connect(port);
    client.expect(greeting);
    return client;
  }
}
