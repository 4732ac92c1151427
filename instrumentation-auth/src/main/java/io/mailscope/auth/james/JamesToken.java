// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import io.mailscope.core.auth.FailureReason;
import java.util.Optional;
import org.apache.james.protocols.api.OIDCSASLParser.OIDCInitialResponse;

/** The bearer token that a client sent. */
public final class JamesToken {

  private JamesToken() {}

  /** James has parsed it, or could not; if it refuses it from here on, the token is to blame. */
  public static void parsed(Optional<?> parsed) {
    CredentialCheck check = CredentialCheck.current();
    if (check == null) {
      return;
    }
    if (!parsed.isPresent()) {
      check.reason(FailureReason.MALFORMED);
      return;
    }
    check.reason(FailureReason.INVALID_KEY);
    if (parsed.get() instanceof OIDCInitialResponse) {
      check.user(((OIDCInitialResponse) parsed.get()).getAssociatedUser());
    }
  }
}
