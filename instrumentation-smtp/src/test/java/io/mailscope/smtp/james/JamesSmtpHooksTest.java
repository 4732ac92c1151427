// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james;

import io.mailscope.testing.matrix.ServerMatrix;

/** The hooks that do not depend on Netty, on every version of James. */
class JamesSmtpHooksTest extends ServerMatrix {

  JamesSmtpHooksTest() {
    super("james-protocols", new JamesSmtpInstrumentationModule());
  }
}
