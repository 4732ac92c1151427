// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.greenmail;

import io.mailscope.testing.matrix.ServerMatrix;

/** IMAP's hooks on every version of GreenMail. */
class GreenMailImapHooksTest extends ServerMatrix {

  GreenMailImapHooksTest() {
    super("greenmail", new GreenMailImapInstrumentationModule());
  }
}
