// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import io.mailscope.testing.matrix.ServerMatrix;

/** Bearer tokens, on the versions of James that know them. */
class JamesTokenHooksTest extends ServerMatrix {

  JamesTokenHooksTest() {
    super(
        "james-protocols",
        new JamesTokenInstrumentationModule(),
        "mail-auth-james-token",
        version -> version.startsWith("3.8."));
  }
}
