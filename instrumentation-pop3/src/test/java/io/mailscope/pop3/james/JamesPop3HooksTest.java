// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james;

import io.mailscope.testing.matrix.ServerMatrix;

/** The hooks that do not depend on Netty, on every version of James. */
class JamesPop3HooksTest extends ServerMatrix {

  JamesPop3HooksTest() {
    super("james-protocols", new JamesPop3InstrumentationModule());
  }
}
