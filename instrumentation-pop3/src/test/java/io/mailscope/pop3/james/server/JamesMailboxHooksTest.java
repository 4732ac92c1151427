// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james.server;

import io.mailscope.testing.matrix.ServerMatrix;

/** The hooks for mailboxes, on every version of James that can be had with POP3. */
class JamesMailboxHooksTest extends ServerMatrix {

  JamesMailboxHooksTest() {
    super(
        "james",
        new JamesMailboxInstrumentationModule(),
        "mail-pop3-james-server",
        version -> !version.equals("3.4.0"));
  }
}
