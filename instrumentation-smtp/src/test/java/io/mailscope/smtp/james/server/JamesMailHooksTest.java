// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james.server;

import io.mailscope.testing.matrix.ServerMatrix;

/** The hooks for messages by SMTP, on every version of James. */
class JamesMailHooksTest extends ServerMatrix {

  JamesMailHooksTest() {
    super("james", new JamesMailInstrumentationModule(), "mail-smtp-james-server", version -> true);
  }
}
