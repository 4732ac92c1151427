// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james.netty3;

import io.mailscope.testing.matrix.ServerMatrix;

/** The hooks of connections on Netty 3, on the versions of James that are on it. */
class JamesPop3Netty3HooksTest extends ServerMatrix {

  JamesPop3Netty3HooksTest() {
    super(
        "james-protocols",
        new JamesPop3Netty3InstrumentationModule(),
        "mail-pop3-james-netty3",
        version -> !version.startsWith("3.8."));
  }
}
