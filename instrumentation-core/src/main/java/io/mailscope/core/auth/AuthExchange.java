// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.auth;

import io.mailscope.core.session.MailCommand;

/**
 * The authentication that one command is about, from the mechanism to the decision. An exchange
 * makes at most one attempt: what a server asks of itself while it checks is part of it. Confined
 * to the thread that serves the command.
 *
 * <p>A server that checks is told by {@link #check}. For one that refuses before it checks, what
 * was seen of the exchange is noted as it comes, and {@link #settle} decides at its end.
 */
public final class AuthExchange {

  private final MailCommand command;
  private AuthMechanism mechanism;
  private boolean offered;
  private boolean credentials;
  private AuthAttempt attempt;
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

  /** Whether the client named its mechanism. */
  public boolean hasMechanism() {
    return mechanism != null;
  }

  /** The server offers that mechanism. */
  public void offered() {
    offered = true;
  }

  /** The client sent something to be checked, in whatever shape. */
  public void credentials() {
    credentials = true;
  }

  /** The client cancelled by {@code *} (RFC 4954 section 4, RFC 5034 section 4). */
  public void cancelled() {
    cancelled = true;
  }

  /** Whether it was cancelled, or the client left in the middle: such an exchange is no attempt. */
  public boolean isAbandoned() {
    return cancelled || command.session().isLost();
  }

  /**
   * The server begins to check credentials.
   *
   * @param user the name as given, may be null
   * @return null where this exchange has had its attempt or is abandoned
   */
  public AuthAttempt check(String user) {
    if (attempted || isAbandoned()) {
      return null;
    }
    attempted = true;
    if (attempt == null) {
      attempt = new AuthAttempt(command, mechanism == null ? AuthMechanism.OTHER : mechanism, user);
    } else {
      attempt.resume(user);
    }
    return attempt;
  }

  /** The attempt that is being made, or null. */
  public AuthAttempt attempt() {
    return attempt != null && attempt.isRunning() ? attempt : null;
  }

  /**
   * What began as a check was but a step: the server asks for more, or the client turned away. No
   * attempt so far; the next {@link #check} goes on with it, so that what an authenticator does in
   * any of its steps belongs to the one span. An exchange that ends here leaves neither span nor
   * count. For servers that show only afterwards what an authenticator was about.
   */
  public void undecided() {
    if (attempt() != null) {
      attempt.pause();
      attempted = false;
    }
  }

  /**
   * The server refused before it checked anything.
   *
   * @param user the name as given, may be null
   */
  public void refused(String user, FailureReason reason) {
    AuthAttempt attempt = check(user);
    if (attempt != null) {
      attempt.failed(reason);
    }
  }

  /**
   * The server had too much to do, or from this client: it refused before it looked at anything.
   *
   * @param user the name as given, may be null
   */
  public void rateLimited(String user) {
    AuthAttempt attempt = check(user);
    if (attempt != null) {
      attempt.rateLimited();
    }
  }

  /**
   * The exchange is over. Was nothing checked, it was a mechanism that is not offered, credentials
   * that could not be parsed, or, where neither was sent, no attempt.
   */
  public void settle() {
    if (mechanism == null) {
      return;
    }
    if (!offered) {
      refused(null, FailureReason.MECHANISM_UNSUPPORTED);
    } else if (credentials) {
      refused(null, FailureReason.MALFORMED);
    }
  }
}
