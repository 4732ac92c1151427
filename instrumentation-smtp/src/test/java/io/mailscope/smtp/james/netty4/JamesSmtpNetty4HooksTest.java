// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james.netty4;

import io.mailscope.testing.matrix.ServerMatrix;

/** The hooks of connections on Netty 4, on the versions of James that are on it. */
class JamesSmtpNetty4HooksTest extends ServerMatrix {

  JamesSmtpNetty4HooksTest() {
    super(
        "james-protocols",
        new JamesSmtpNetty4InstrumentationModule(),
        "mail-smtp-james-netty4",
        version -> version.startsWith("3.8."));
  }
}
