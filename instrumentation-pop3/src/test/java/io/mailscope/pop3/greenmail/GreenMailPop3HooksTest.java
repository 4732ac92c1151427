// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.greenmail;

import io.mailscope.testing.matrix.ServerMatrix;

/** POP3's hooks on every version of GreenMail. */
class GreenMailPop3HooksTest extends ServerMatrix {

  GreenMailPop3HooksTest() {
    super("greenmail", new GreenMailPop3InstrumentationModule());
  }
}
