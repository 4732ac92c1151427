// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.session;

import io.mailscope.core.catalog.MailAttributes;
import io.mailscope.core.catalog.MailSpan;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;

/**
 * A documented step of a command, as an INTERNAL span that is its child. One that was {@linkplain
 * #start started} is current while it lasts and to be ended on the same thread; one that was
 * {@linkplain #open opened} is current where it is attached.
 */
public final class MailStep {

  private final MailCommand command;
  private final Span span;
  private final Scope scope;

  private MailStep(MailCommand command, Span span, boolean current) {
    this.command = command;
    this.span = span;
    this.scope = current ? attach() : null;
  }

  /**
   * The step begins, on this thread.
   *
   * @param command null where the server does this outside any command
   * @return null where there is no span to be made
   */
  public static MailStep start(MailCommand command, MailSpan step) {
    return start(command, step, true);
  }

  /** As {@link #start}, but the step is not bound to a thread. */
  public static MailStep open(MailCommand command, MailSpan step) {
    return start(command, step, false);
  }

  private static MailStep start(MailCommand command, MailSpan step, boolean current) {
    if (command == null || !command.session().telemetry().has(step)) {
      return null;
    }
    return new MailStep(
        command,
        command
            .session()
            .telemetry()
            .tracer()
            .spanBuilder(step.spanName())
            .setParent(command.context())
            .setSpanKind(SpanKind.INTERNAL)
            .startSpan(),
        current);
  }

  /** Makes the step current on this thread until the scope is closed. */
  public Scope attach() {
    return command.context().with(span).makeCurrent();
  }

  /** The step's span. */
  public Span span() {
    return span;
  }

  /** The command that the step belongs to. */
  public MailCommand command() {
    return command;
  }

  /**
   * The step is done.
   *
   * @param failure what the server failed at; null where it did not fail or the client is to blame
   */
  public void end(Throwable failure) {
    try {
      if (scope != null) {
        scope.close();
      }
      if (failure != null && span.isRecording()) {
        ExceptionRecord.add(
            span, failure, command.hasCredentials(), command.session().telemetry().settings());
        span.setAttribute(MailAttributes.ERROR_TYPE, failure.getClass().getName());
        span.setStatus(StatusCode.ERROR);
      }
    } finally {
      span.end();
    }
  }
}
