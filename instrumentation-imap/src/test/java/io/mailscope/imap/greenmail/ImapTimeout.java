// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.greenmail;

import io.mailscope.testing.server.GreenMailServer;

/** How long GreenMail's IMAP server waits for a client; it can be told since 1.6. */
final class ImapTimeout {

  private ImapTimeout() {}

  /** For connections from here on. */
  static void set(GreenMailServer server, int millis) {
    try {
      Object greenMail = server.greenMail();
      Object imap = greenMail.getClass().getMethod("getImap").invoke(greenMail);
      imap.getClass().getMethod("setClientSocketTimeout", int.class).invoke(imap, millis);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
