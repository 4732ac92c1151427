// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smoke;

import io.mailscope.testing.client.ScriptedClient;
import io.mailscope.testing.server.MailServer;

/** Conversations that any server that speaks SMTP takes part in. */
final class SmtpTalk {

  /** Less than a server's input buffers hold of commands. */
  private static final int AT_ONCE = 1000;

  private SmtpTalk() {}

  /** Says a command that needs nothing before it some times, and QUIT. */
  static void to(MailServer server, String command, int count) {
    try (ScriptedClient smtp = ScriptedClient.connect(server.smtpPort())) {
      smtp.expect("220");
      for (int done = 0; done < count; done += AT_ONCE) {
        int now = Math.min(AT_ONCE, count - done);
        smtp.send((command + "\r\n").repeat(now));
        for (int i = 0; i < now; i++) {
          smtp.expect("250");
        }
      }
      smtp.line("QUIT").expect("221");
    }
  }
}
