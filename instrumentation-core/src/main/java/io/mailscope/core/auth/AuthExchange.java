// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.auth;

import io.mailscope.core.session.MailCommand;

/**
 * The authentication that one command is about, from the mechanism to the decision. An exchange
 * makes at most one attempt: what a server asks of itself while it checks is part of it. Confined
 * to the thread that serves the command.
 */
public final class AuthExchange {

  private final MailCommand command;
  private AuthMechanism mechanism = AuthMechanism.OTHER;
  private boolean attempted;
  private boolean cancelled;

  /** Called by the command. */
  public AuthExchange(MailCommand command) {
    this.command = command;
  }

  /** The client named its mechanism. */
  public void mechanism(AuthMechanism mechanism) {
    this.mechanism = mechanism;
  }

  /** What the client named; {@link AuthMechanism#OTHER} until then. */
  public AuthMechanism mechanism() {
    return mechanism;
  }

  /** The client cancelled by {@code *} (RFC 4954 section 4, RFC 5034 section 4). */
  public void cancelled() {
    cancelled = true;
  }

  /** Whether it was cancelled, or the client left in the middle: such an exchange is no attempt. */
  public boolean isAbandoned() {
    return cancelled || command.session().isLost();
  }

  /** Whether the attempt was made, so that nothing more is to be told. */
  public boolean isAttempted() {
    return attempted;
  }

  /**
   * The server begins to check credentials.
   *
   * @param user the name as given, may be null
   * @return null where this exchange has had its attempt
   */
  public AuthAttempt check(String user) {
    if (attempted) {
      return null;
    }
    attempted = true;
    return new AuthAttempt(command, mechanism, user);
  }

  /** The server refused before it checked anything. */
  public void refused(String user, FailureReason reason) {
    AuthAttempt attempt = isAbandoned() ? null : check(user);
    if (attempt != null) {
      attempt.failed(reason);
    }
  }
}
