// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james.netty3;

import io.mailscope.testing.matrix.ServerMatrix;

/** The hooks of connections on Netty 3, on the versions of James that are on it. */
class JamesSmtpNetty3HooksTest extends ServerMatrix {

  JamesSmtpNetty3HooksTest() {
    super(
        "james-protocols",
        new JamesSmtpNetty3InstrumentationModule(),
        "mail-smtp-james-netty3",
        version -> !version.startsWith("3.8."));
  }
}
