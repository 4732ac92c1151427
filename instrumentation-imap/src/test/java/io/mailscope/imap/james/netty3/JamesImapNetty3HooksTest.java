// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james.netty3;

import io.mailscope.testing.matrix.ServerMatrix;

/** IMAP's hooks until James 3.7. */
class JamesImapNetty3HooksTest extends ServerMatrix {

  JamesImapNetty3HooksTest() {
    super(
        "james-imap",
        new JamesImapNetty3InstrumentationModule(),
        "mail-imap-james-netty3",
        version -> !version.startsWith("3.8"));
  }
}
