// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import io.mailscope.testing.matrix.ServerMatrix;

/** AUTH on James 3.4, of which only SMTP can be had. */
class JamesSmtpAuthOf34HooksTest extends ServerMatrix {

  JamesSmtpAuthOf34HooksTest() {
    super(
        "james-smtp",
        new JamesSmtpAuthInstrumentationModule(),
        "mail-auth-james-smtp-3.4",
        version -> true);
  }
}
