// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp;

import io.mailscope.testing.client.ScriptedClient;
import java.util.List;

/** A mail whose end does not come. */
public final class UnfinishedMail {

  private UnfinishedMail() {}

  /** Sends it up to its header, all at once: the server then waits in the data and nowhere else. */
  public static void send(ScriptedClient client) {
    client.send(
        "HELO client.test\r\nMAIL FROM:<alice@example.test>\r\nRCPT TO:<bob@example.test>\r\n"
            + "DATA\r\nSubject: s3cr3t\r\n");
    client.expect("220");
    client.readSmtp();
    for (String reply : List.of("250", "250", "354")) {
      client.expect(reply);
    }
  }
}
