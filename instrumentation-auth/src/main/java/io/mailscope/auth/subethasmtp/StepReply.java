// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.subethasmtp;

import io.mailscope.core.auth.FailureReason;

/** What a reply to a step of AUTH says. Its text is looked at where it is SubEtha's own alone. */
final class StepReply {

  private StepReply() {}

  /** Whether SubEtha refused before it asked a handler, for what makes no attempt. */
  static boolean isNoAnswer(String line) {
    // A wrong number of words; one who has logged in already.
    return line.startsWith("501 Syntax:") || line.startsWith("503 Refusing any other AUTH");
  }

  /** Why a step failed; null where it is not told: SubEtha says the same to whatever is wrong. */
  static FailureReason reason(String line) {
    if (line.startsWith("501")) {
      return FailureReason.MALFORMED;
    }
    // No such mechanism, or none at all.
    return line.startsWith("504") || line.startsWith("502 Authentication not supported")
        ? FailureReason.MECHANISM_UNSUPPORTED
        : null;
  }
}
