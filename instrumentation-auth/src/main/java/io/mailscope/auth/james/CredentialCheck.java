// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import io.mailscope.core.auth.AuthAttempt;
import io.mailscope.core.auth.AuthExchange;
import io.mailscope.core.auth.FailureReason;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;

/**
 * A check of credentials that James makes for a command. Whoever knows why it fails finds it in the
 * context, on whatever thread, since James' handlers are told only that it did. To be ended on the
 * thread that started it.
 */
public final class CredentialCheck {

  private static final ContextKey<CredentialCheck> KEY = ContextKey.named("mailscope-james-check");

  private final AuthAttempt attempt;
  private final Scope scope;
  private volatile FailureReason reason;
  private volatile Throwable failure;
  private volatile Boolean verified;
  private volatile boolean unknownUser;
  private volatile boolean delegates;
  private boolean ended;

  private CredentialCheck(AuthAttempt attempt) {
    this.attempt = attempt;
    scope = Context.current().with(KEY, this).makeCurrent();
  }

  /** The check begins; null where it is part of no attempt, or of one that is being made. */
  static CredentialCheck start(AuthExchange exchange, String user) {
    AuthAttempt attempt = exchange == null ? null : exchange.check(user);
    return attempt == null ? null : new CredentialCheck(attempt);
  }

  /** The check that this thread works for, or null. */
  static CredentialCheck current() {
    return Context.current().get(KEY);
  }

  /** Whose credentials they are. */
  void user(String user) {
    attempt.user(user);
  }

  /** Whose credentials they are, who would act as another. Whom they get is another's name then. */
  void delegates(String user) {
    attempt.user(user);
    delegates = true;
  }

  /** Whom they get, who is who they are but for {@link #delegates}. */
  void got(String user) {
    if (!delegates) {
      attempt.user(user);
    }
  }

  /** Why it fails if it does; the last one counts. Null: not known. */
  void reason(FailureReason reason) {
    this.reason = reason;
  }

  /** James, or what it asks, failed; it may make a refusal of that. The first one counts. */
  void failed(Throwable failure) {
    if (this.failure == null) {
      this.failure = failure;
    }
  }

  /** James says that it failed, if nobody knows better. */
  void failed() {
    if (reason == null) {
      reason = FailureReason.SERVER_ERROR;
    }
  }

  /** A repository is asked, maybe after another: what that one told of the user counts no more. */
  void asksAnother() {
    reason = null;
    verified = null;
    unknownUser = false;
  }

  /** Whether the password is that of the user who was found; null: none was asked. */
  void verified(Boolean verified) {
    this.verified = verified;
  }

  /** There is no such user. */
  void unknownUser() {
    unknownUser = true;
  }

  boolean isUnknownUser() {
    return unknownUser;
  }

  Boolean verified() {
    return verified;
  }

  /**
   * The check is over. The first end counts.
   *
   * @param escaped what James did not even catch
   */
  void end(boolean accepted, Throwable escaped) {
    if (ended) {
      return;
    }
    ended = true;
    scope.close();
    Throwable thrown = failure == null ? escaped : failure;
    if (accepted) {
      attempt.succeeded();
    } else if (thrown != null) {
      attempt.broke(thrown);
    } else {
      attempt.failed(reason);
    }
  }
}
