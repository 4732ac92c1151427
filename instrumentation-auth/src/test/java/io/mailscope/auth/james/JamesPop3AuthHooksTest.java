// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import io.mailscope.testing.matrix.ServerMatrix;

/** PASS and APOP, on every version of James. */
class JamesPop3AuthHooksTest extends ServerMatrix {

  JamesPop3AuthHooksTest() {
    super(
        "james-protocols",
        new JamesPop3AuthInstrumentationModule(),
        "mail-auth-james-pop3",
        version -> true);
  }
}
