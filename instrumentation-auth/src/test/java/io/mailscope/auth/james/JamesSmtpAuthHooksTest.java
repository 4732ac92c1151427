// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import io.mailscope.testing.matrix.ServerMatrix;

/** AUTH, on every version of James. */
class JamesSmtpAuthHooksTest extends ServerMatrix {

  JamesSmtpAuthHooksTest() {
    super(
        "james-protocols",
        new JamesSmtpAuthInstrumentationModule(),
        "mail-auth-james-smtp",
        version -> true);
  }
}
