// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import io.mailscope.testing.matrix.ServerMatrix;

/** James' own users' repository, on every version. */
class JamesUsersHooksTest extends ServerMatrix {

  JamesUsersHooksTest() {
    super(
        "james-protocols",
        new JamesUsersInstrumentationModule(),
        "mail-auth-james-users",
        version -> true);
  }
}
