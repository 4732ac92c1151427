// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import io.mailscope.core.auth.AuthAttempt;
import io.mailscope.core.auth.AuthExchange;
import io.mailscope.core.auth.FailureReason;

/** A check that GreenMail makes, with what it means if the credentials are refused. */
public final class CredentialCheck {

  private final AuthAttempt attempt;
  private final FailureReason refusal;

  private CredentialCheck(AuthAttempt attempt, FailureReason refusal) {
    this.attempt = attempt;
    this.refusal = refusal;
  }

  /** The check begins; null where it is part of no attempt. */
  static CredentialCheck start(AuthExchange exchange, String user, FailureReason refusal) {
    AuthAttempt attempt = exchange == null ? null : exchange.check(user);
    return attempt == null ? null : new CredentialCheck(attempt, refusal);
  }

  /**
   * The check is over.
   *
   * @param failure what GreenMail failed at; over credentials that it had not been able to decode,
   *     that is no fault of its own
   */
  void end(boolean accepted, Throwable failure) {
    if (failure != null && refusal != FailureReason.MALFORMED) {
      attempt.broke(failure);
    } else if (failure == null && accepted) {
      attempt.succeeded();
    } else {
      attempt.failed(refusal);
    }
  }
}
