// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.subethasmtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.SubEthaServer;
import java.util.Map;

/**
 * The steps of a mail transaction that most tests need before they come to their point, and its
 * end.
 */
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

  /** The one connection of the test ended for this reason. */
  static void assertClosed(AgentTelemetry telemetry, String reason) {
    telemetry.await(() -> telemetry.sum("smtp.connections.closed") == 1);
    assertThat(telemetry.sum("smtp.connections.closed", Map.of("reason", reason))).isEqualTo(1);
    telemetry.await(() -> telemetry.standing("smtp.connections.active") == 0);
  }
}
