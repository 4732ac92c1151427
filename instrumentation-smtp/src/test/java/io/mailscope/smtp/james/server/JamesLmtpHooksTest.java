// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james.server;

import io.mailscope.testing.matrix.ServerMatrix;

/** The hooks for messages by LMTP, on every version of James that can be had with it. */
class JamesLmtpHooksTest extends ServerMatrix {

  JamesLmtpHooksTest() {
    super(
        "james",
        new JamesLmtpInstrumentationModule(),
        "mail-smtp-james-lmtp",
        version -> !version.equals("3.4.0"));
  }
}
