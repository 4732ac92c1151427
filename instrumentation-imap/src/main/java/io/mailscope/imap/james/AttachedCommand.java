// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import io.opentelemetry.context.Scope;
import org.apache.james.imap.api.ImapMessage;
import reactor.core.publisher.Mono;

/** A command while James assembles its work: current on this thread. */
public final class AttachedCommand {

  private final JamesImapCommand command;
  private final Scope scope;

  private AttachedCommand(JamesImapCommand command) {
    this.command = command;
    this.scope = command.attach();
  }

  /** A command begins; null where it is not of a connection that we know. */
  public static AttachedCommand start(ImapMessage message, Object responder, Object session) {
    JamesImapCommand command = JamesImapCommand.start(message, responder, session);
    return command == null ? null : new AttachedCommand(command);
  }

  /** The work is assembled, and answered as what James is to run. */
  public Mono<Void> end(Mono<Void> work, Throwable failure) {
    scope.close();
    if (failure != null || work == null) {
      command.done(failure);
      return work;
    }
    return new CommandMono(work, command);
  }
}
