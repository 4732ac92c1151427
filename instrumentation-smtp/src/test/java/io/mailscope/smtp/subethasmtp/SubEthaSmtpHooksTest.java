// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.subethasmtp;

import io.mailscope.testing.matrix.ServerMatrix;

/** The hooks on every version of SubEtha. */
class SubEthaSmtpHooksTest extends ServerMatrix {

  SubEthaSmtpHooksTest() {
    super("subethasmtp", new SubEthaSmtpInstrumentationModule());
  }
}
