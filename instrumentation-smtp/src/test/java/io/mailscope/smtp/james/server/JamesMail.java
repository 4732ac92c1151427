// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james.server;

import io.mailscope.testing.AgentTelemetry;
import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.JamesServer;
import java.util.concurrent.atomic.AtomicInteger;

/** A whole James with users of the test's own, and the steps of a mail transaction. */
final class JamesMail {

  static final String PASSWORD = "wh1te-rabb1t";
  static final String CONTENT = "Subject: x\r\n\r\n.stuffed\r\n\r\n.\r\nlast\r\n";

  private static final AtomicInteger USERS = new AtomicInteger();

  private JamesMail() {}

  static JamesServer james() {
    return JamesServer.shared();
  }

  /** Adds a user that no other test has. */
  static String user() {
    String user = "smtp" + USERS.incrementAndGet() + "@example.test";
    james().addUser(user, PASSWORD);
    return user;
  }

  /** Waits for the ends of earlier connections and forgets them. */
  static void quiet(AgentTelemetry telemetry) {
    telemetry.await(() -> telemetry.standing("smtp.connections.active") == 0);
    telemetry.reset();
  }

  static ScriptedClient greeted(int port) {
    ScriptedClient client = ScriptedClient.connect(port);
    client.expect("220");
    return client;
  }

  /** Brings a connection to where the message data is awaited. */
  static ScriptedClient untilData(int port, String hello, String... recipients) {
    ScriptedClient client = greeted(port);
    client.line(hello + " client.test").readSmtp();
    client.line("MAIL FROM:<queen@example.test>").expect("250");
    for (String recipient : recipients) {
      client.line("RCPT TO:<" + recipient + ">").expect("250");
    }
    client.line("DATA").expect("354");
    return client;
  }

  /** The content as it goes over the wire. */
  static ScriptedClient send(ScriptedClient client) {
    return client.send(CONTENT.replace("\r\n.", "\r\n..") + ".\r\n");
  }

  static void quit(ScriptedClient client) {
    client.line("QUIT").expect("221");
    client.readToEnd();
    client.close();
  }
}
