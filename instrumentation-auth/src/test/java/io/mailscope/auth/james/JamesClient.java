// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import io.mailscope.auth.Sasl;
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

  /** Logs in and leaves without a word. */
  static void smtpLogin(JamesServer server, String user, String password, String reply) {
    try (ScriptedClient client = smtp(server)) {
      client.line("AUTH PLAIN " + Sasl.plain(user, password)).expect(reply);
    }
  }

  /** Logs in and leaves without a word. */
  static void pop3Login(JamesServer server, String user, String password, String reply) {
    try (ScriptedClient client = pop3(server)) {
      client.line("USER " + user).expect("+OK");
      client.line("PASS " + password).expect(reply);
    }
  }

  /** Logs in and leaves without a word. */
  static void imapLogin(JamesServer server, String user, String password, String reply) {
    try (ScriptedClient client = greeted(server.ports().imap(), "* OK")) {
      client.line("a LOGIN " + user + " " + password).expect(reply);
    }
  }
}
