// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.auth;

import io.mailscope.core.catalog.MailAttributes;
import io.mailscope.core.catalog.MailProtocol;
import io.mailscope.core.session.MailCommand;
import io.mailscope.core.session.ProtocolTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;

/**
 * One check of credentials: its span {@code {protocol}.auth.validate}, current while the server's
 * authenticator runs, and its count on the meters. To be ended on the thread that started or
 * resumed it; the first end counts.
 */
public final class AuthAttempt {

  private final MailCommand command;
  private final AuthMechanism mechanism;
  private final AuthSpan span;
  private Scope scope;
  private boolean ended;

  AuthAttempt(MailCommand command, AuthMechanism mechanism, String user) {
    this.command = command;
    this.mechanism = mechanism;
    ProtocolTelemetry<?> telemetry = command.session().telemetry();
    Span started =
        telemetry.hasAuthSpans()
            ? telemetry
                .tracer()
                .spanBuilder(telemetry.protocol().authSpanName())
                .setParent(command.context())
                .setSpanKind(SpanKind.INTERNAL)
                .startSpan()
            : null;
    span =
        new AuthSpan(
            telemetry.protocol(), telemetry.settings().capturePolicy(), started, command.span());
    resume(user);
  }

  /** The next step of the same check, on this thread. */
  void resume(String user) {
    user(user);
    scope = command.context().with(span).makeCurrent();
  }

  /** The server waits for the client: its span is no longer current, and stays open. */
  void pause() {
    scope.close();
    scope = null;
  }

  /** The name as the server resolved it; the capture policy decides what of it is told. */
  public void user(String user) {
    if (user != null && span.isSampled()) {
      String told = telemetry().settings().capturePolicy().apply(user);
      if (told != null) {
        span.own(protocol().authUserKey(), told);
      }
    }
  }

  /** The credentials are right. */
  public void succeeded() {
    end(true, null);
  }

  /**
   * They are not.
   *
   * @param reason null where the server does not tell
   */
  public void failed(FailureReason reason) {
    end(false, reason);
  }

  /**
   * The server could not check them, and the command failed with it, whatever reply the server
   * makes of that. Of the failure only the type is told.
   */
  public void broke(Throwable failure) {
    command.failed(failure);
    span.recordException(failure);
    end(false, FailureReason.SERVER_ERROR);
  }

  /** The server refused to look at them. */
  public void rateLimited() {
    span.setAttribute(protocol().authRateLimitedKey(), true);
    end(false, null);
  }

  boolean isRunning() {
    return !ended && scope != null;
  }

  private void end(boolean success, FailureReason reason) {
    if (!isRunning()) {
      return;
    }
    ended = true;
    try {
      scope.close();
      String told = span.reasonOf(success, reason);
      if (span.isSampled()) {
        describe(success, told);
      }
      telemetry().meters().authenticated(mechanism, success, result(success, told));
    } finally {
      span.endOwn();
    }
  }

  private void describe(boolean success, String reason) {
    span.own(protocol().authSuccessKey(), success);
    span.own(protocol().authMechanismKey(), mechanism.wireName());
    if (reason != null) {
      span.own(protocol().authFailureReasonKey(), reason);
    }
    if (!success && telemetry().settings().clientFaultsAsErrors()) {
      span.own(MailAttributes.ERROR_TYPE, result(false, reason));
      span.setStatus(StatusCode.ERROR);
    }
  }

  private String result(boolean success, String reason) {
    if (success) {
      return "success";
    }
    if (span.isRateLimited()) {
      return "rate_limited";
    }
    return FailureReason.isKnown(reason) ? reason : "other";
  }

  private ProtocolTelemetry<?> telemetry() {
    return command.session().telemetry();
  }

  private MailProtocol protocol() {
    return telemetry().protocol();
  }
}
