// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.greenmail;

import io.mailscope.testing.matrix.ServerMatrix;

/** SMTP's hooks on every version of GreenMail. */
class GreenMailSmtpHooksTest extends ServerMatrix {

  GreenMailSmtpHooksTest() {
    super("greenmail", new GreenMailSmtpInstrumentationModule());
  }
}
