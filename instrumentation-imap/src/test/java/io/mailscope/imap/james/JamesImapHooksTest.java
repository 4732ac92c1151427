// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import io.mailscope.testing.matrix.ServerMatrix;

/** IMAP's hooks since James 3.8. */
class JamesImapHooksTest extends ServerMatrix {

  JamesImapHooksTest() {
    super(
        "james-imap",
        new JamesImapInstrumentationModule(),
        "mail-imap-james",
        version -> version.startsWith("3.8"));
  }
}
