// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.subethasmtp;

import io.mailscope.testing.matrix.ServerMatrix;

/** The hooks on every version of SubEtha. */
class SubEthaAuthHooksTest extends ServerMatrix {

  SubEthaAuthHooksTest() {
    super("subethasmtp", new SubEthaAuthInstrumentationModule());
  }
}
