// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import io.opentelemetry.context.Scope;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;
import reactor.util.context.Context;

/**
 * A command's work, subscribed to with the command current: whoever subscribes, for a pipelined
 * command it is the end of the one before. The stock agent's instrumentation of Reactor takes the
 * context from there to the work's other threads.
 */
final class CommandMono extends MonoOperator<Void, Void> {

  private final JamesImapCommand command;

  CommandMono(Mono<Void> work, JamesImapCommand command) {
    super(work);
    this.command = command;
  }

  @Override
  public void subscribe(CoreSubscriber<? super Void> actual) {
    Scope scope = command.attach();
    try {
      source.subscribe(new End(actual, command));
    } finally {
      scope.close();
    }
  }

  /** Tells the command first: what follows can be the whole of the next one. */
  static final class End implements CoreSubscriber<Void> {

    private final CoreSubscriber<? super Void> actual;
    private final JamesImapCommand command;

    End(CoreSubscriber<? super Void> actual, JamesImapCommand command) {
      this.actual = actual;
      this.command = command;
    }

    @Override
    public Context currentContext() {
      return actual.currentContext();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
      actual.onSubscribe(subscription);
    }

    @Override
    public void onNext(Void nothing) {
      actual.onNext(nothing);
    }

    @Override
    public void onError(Throwable failure) {
      command.done(failure);
      actual.onError(failure);
    }

    @Override
    public void onComplete() {
      command.done(null);
      actual.onComplete();
    }
  }
}
