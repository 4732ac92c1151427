// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import io.mailscope.testing.matrix.ServerMatrix;

/** The hooks of authentication on every version of GreenMail. */
class GreenMailAuthHooksTest extends ServerMatrix {

  GreenMailAuthHooksTest() {
    super("greenmail", new GreenMailAuthInstrumentationModule());
  }
}
