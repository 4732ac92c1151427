// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import io.opentelemetry.context.Scope;
import org.apache.james.imap.message.request.AbstractMailboxSelectionRequest;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;
import reactor.util.context.Context;

/** The selection of a mailbox, from its subscription on. */
public final class SelectMono extends MonoOperator<Void, Void> {

  private final JamesImapCommand command;
  private final AbstractMailboxSelectionRequest request;

  private SelectMono(
      Mono<Void> work, JamesImapCommand command, AbstractMailboxSelectionRequest request) {
    super(work);
    this.command = command;
    this.request = request;
  }

  /** The same work of SELECT or EXAMINE, as a step of its command. */
  public static Mono<Void> wrap(
      Mono<Void> work, Object responder, AbstractMailboxSelectionRequest request) {
    JamesImapCommand command = JamesImapCommand.of(responder);
    return command == null || work == null ? work : new SelectMono(work, command, request);
  }

  @Override
  public void subscribe(CoreSubscriber<? super Void> actual) {
    JamesSelect select = JamesSelect.start(command, request);
    if (select == null) {
      source.subscribe(actual);
      return;
    }
    Scope scope = select.attach();
    try {
      source.subscribe(new End(actual, select));
    } finally {
      scope.close();
    }
  }

  /** Ends the step with the work, which the end of the connection cancels. */
  static final class End implements CoreSubscriber<Void>, Subscription {

    private final CoreSubscriber<? super Void> actual;
    private final JamesSelect select;
    private Subscription work;

    End(CoreSubscriber<? super Void> actual, JamesSelect select) {
      this.actual = actual;
      this.select = select;
    }

    @Override
    public Context currentContext() {
      return actual.currentContext();
    }

    @Override
    public void onSubscribe(Subscription work) {
      this.work = work;
      actual.onSubscribe(this);
    }

    @Override
    public void request(long n) {
      work.request(n);
    }

    @Override
    public void cancel() {
      select.end(null);
      work.cancel();
    }

    @Override
    public void onNext(Void nothing) {
      actual.onNext(nothing);
    }

    @Override
    public void onError(Throwable failure) {
      select.end(failure);
      actual.onError(failure);
    }

    @Override
    public void onComplete() {
      select.end(null);
      actual.onComplete();
    }
  }
}
