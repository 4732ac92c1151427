// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import java.util.function.Consumer;
import reactor.core.publisher.Mono;

/** Notes what a command's work fails at. */
public final class JamesImapExceptions implements Consumer<Throwable> {

  private final JamesImapCommand command;

  private JamesImapExceptions(JamesImapCommand command) {
    this.command = command;
  }

  /** The same work, whose exceptions the command is told of. */
  public static Mono<Void> watch(Mono<Void> work, Object responder) {
    JamesImapCommand command = JamesImapCommand.of(responder);
    return command == null || work == null
        ? work
        : work.doOnError(new JamesImapExceptions(command));
  }

  @Override
  public void accept(Throwable failure) {
    if (JamesImapFaults.isServerFault(failure)) {
      command.command().failed(failure);
    }
  }
}
