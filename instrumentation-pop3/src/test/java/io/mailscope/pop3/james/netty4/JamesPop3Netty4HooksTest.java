// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james.netty4;

import io.mailscope.testing.matrix.ServerMatrix;

/** The hooks of connections on Netty 4, on the versions of James that are on it. */
class JamesPop3Netty4HooksTest extends ServerMatrix {

  JamesPop3Netty4HooksTest() {
    super(
        "james-protocols",
        new JamesPop3Netty4InstrumentationModule(),
        "mail-pop3-james-netty4",
        version -> version.startsWith("3.8."));
  }
}
