// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import io.mailscope.testing.matrix.ServerMatrix;

/** LOGIN and AUTHENTICATE, since James 3.8. */
class JamesImapAuthHooksTest extends ServerMatrix {

  JamesImapAuthHooksTest() {
    super(
        "james-imap",
        new JamesImapAuthInstrumentationModule(),
        "mail-auth-james-imap",
        version -> version.startsWith("3.8"));
  }
}
