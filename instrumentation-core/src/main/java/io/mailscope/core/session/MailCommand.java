// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.session;

import io.mailscope.core.auth.AuthExchange;
import io.mailscope.core.catalog.CommandName;
import io.mailscope.core.catalog.MailAttributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/**
 * One command, from the moment at which the server has read it until its reply is complete. Starts
 * and ends the command's span and feeds the command meters, which do not depend on the span.
 *
 * <p>Subclasses know how their protocol replies. Used by one thread after the other; only {@link
 * #end} may come from several at once, and counts once. After its end the object may serve the
 * connection's next command ({@link MailSession#reuseCommands}).
 */
public abstract class MailCommand {

  private static final ContextKey<MailCommand> KEY = ContextKey.named("mailscope-command");
  private static final AtomicIntegerFieldUpdater<MailCommand> ENDED =
      AtomicIntegerFieldUpdater.newUpdater(MailCommand.class, "ended");

  private static final int MAX_CAUSES = 8;

  private final MailSession session;
  private CommandName name;
  private long startNanos;
  private Span span;
  private Context context;
  private Scope scope;
  private Throwable failure;
  private AuthExchange auth;
  private volatile int ended;

  /** A command that is about to be started. */
  protected MailCommand(MailSession session) {
    this.session = session;
  }

  /** The command that this thread works for, or null. */
  public static MailCommand current() {
    MailCommand command = Context.current().get(KEY);
    if (command != null) {
      return command;
    }
    MailSession session = MailSession.current();
    return session == null ? null : session.command();
  }

  /** The connection that it came on. */
  public MailSession session() {
    return session;
  }

  /** What it is. */
  public final CommandName name() {
    return name;
  }

  /** Carries the session and, unless the span is disabled, the command's span. */
  public final Context context() {
    return context;
  }

  /** The command's span; one that records nothing where it is disabled. */
  public final Span span() {
    return span;
  }

  /** The authentication that this command is about; made when first asked for. */
  public final AuthExchange auth() {
    if (auth == null) {
      auth = new AuthExchange(this);
    }
    return auth;
  }

  /** Whether it is about credentials, as one without a name may turn out to be. */
  final boolean hasCredentials() {
    return name.carriesCredentials() || auth != null;
  }

  /** Starts it as the only command of its session. */
  final void start(CommandName name) {
    start(name, session.context());
  }

  /** Starts it as one of several: then only the context tells which one a thread works for. */
  final void startDetached(CommandName name) {
    start(name, session.context().with(KEY, this));
  }

  private void start(CommandName name, Context parent) {
    this.name = name;
    span = Span.getInvalid();
    scope = null;
    failure = null;
    auth = null;
    ended = 0;
    reset();
    startNanos = System.nanoTime();
    ProtocolTelemetry<?> telemetry = session.telemetry();
    telemetry.meters().command(name);
    if (!telemetry.hasSpan(name)) {
      context = parent;
      return;
    }
    span =
        telemetry
            .tracer()
            .spanBuilder(name.spanName())
            .setParent(parent)
            .setSpanKind(SpanKind.SERVER)
            .startSpan();
    context = parent.with(span);
    // On the builder the attributes would cost as much for a span that is not sampled.
    if (span.isRecording()) {
      span.setAttribute(telemetry.protocol().sessionIdKey(), session.id());
      span.setAttribute(telemetry.protocol().commandKey(), name.name());
      span.setAttribute(MailAttributes.NETWORK_PROTOCOL_NAME, session.networkProtocolName());
      session.peer().describe(span);
      describeStart(span);
    }
  }

  /** Makes the command current on this thread until {@link #end}, which must be called on it. */
  public final void makeCurrent() {
    scope = context.makeCurrent();
  }

  /**
   * Makes the command current on this thread until the scope is closed, which does not end it: for
   * servers that serve a command by several calls, on whatever threads.
   */
  public final Scope attach() {
    return context.makeCurrent();
  }

  /**
   * Lets the connection go on to its next command while this one is still being answered, as where
   * a server goes on to the next of several pipelined commands while it sends a message.
   */
  public final void detach() {
    session.detach(this);
  }

  /** Whether no other command of its connection is being answered. */
  public final boolean isAlone() {
    return session.isAlone(this);
  }

  /**
   * An exception was seen during the command: the server's fault, unless the connection is gone.
   * The first one counts.
   */
  public final void failed(Throwable failure) {
    if (this.failure == null && !session.isLost()) {
      this.failure = failure;
    }
  }

  /** Whether what {@link #failed} was told first is this, or among its causes. */
  public final boolean hasFailedWith(Throwable thrown) {
    int depth = 0;
    for (Throwable t = thrown; t != null && depth < MAX_CAUSES; t = t.getCause()) {
      if (t == failure) {
        return true;
      }
      depth++;
    }
    return false;
  }

  /** The reply is complete, or will never come. */
  public final void end() {
    if (!ENDED.compareAndSet(this, 0, 1)) {
      return;
    }
    try {
      if (scope != null) {
        scope.close();
      }
      session.ended(this);
      completed();
      String serverFault = serverFault();
      session
          .telemetry()
          .meters()
          .completed(name, replyClass(), serverFault, System.nanoTime() - startNanos, context);
      if (span.isRecording()) {
        describe(serverFault);
      }
    } finally {
      span.end();
    }
  }

  private String serverFault() {
    if (failure != null) {
      return failure.getClass().getName();
    }
    return isServerFault() ? replyCode() : null;
  }

  private void describe(String serverFault) {
    describeReply(span);
    if (failure != null) {
      ExceptionRecord.add(span, failure, hasCredentials(), session.telemetry().settings());
    }
    if (serverFault != null) {
      span.setAttribute(MailAttributes.ERROR_TYPE, serverFault);
      span.setStatus(StatusCode.ERROR);
    } else if (session.telemetry().settings().clientFaultsAsErrors() && isClientFault()) {
      span.setAttribute(MailAttributes.ERROR_TYPE, replyCode());
      span.setStatus(StatusCode.ERROR);
    }
  }

  /** Forgets the reply and all else of a command before: the object may have served one. */
  protected abstract void reset();

  /** Adds what the protocol knows at the start. Called only if the span records. */
  protected void describeStart(Span span) {}

  /** Adds the reply. Called only if the span records. */
  protected abstract void describeReply(Span span);

  /** Index of the reply in {@link io.mailscope.core.meter.ReplyClasses}. */
  protected abstract int replyClass();

  /** The reply's code for {@code error.type}; not null where one of the next two is true. */
  protected abstract String replyCode();

  /** Whether the reply alone says that the server failed. */
  protected abstract boolean isServerFault();

  /** Whether the reply refuses the command for the client's fault or the operator's policy. */
  protected abstract boolean isClientFault();

  /** The last chance for the protocol to read the reply and to feed its own meters. */
  protected void completed() {}
}
