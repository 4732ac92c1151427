// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james.netty3;

import io.opentelemetry.context.Scope;

/** A command while James serves it: current on this thread. */
public final class ServedCommand {

  private static final ThreadLocal<Netty3ImapCommand> serving = new ThreadLocal<>();

  private final Netty3ImapCommand command;
  private final Scope scope;

  private ServedCommand(Netty3ImapCommand command) {
    this.command = command;
    this.scope = command.attach();
    serving.set(command);
  }

  /** James begins to serve what it decoded; null where it is not of a connection that we know. */
  public static ServedCommand start(Object message) {
    Netty3ImapCommand command = Netty3ImapCommand.of(message);
    return command == null ? null : new ServedCommand(command);
  }

  /** What this thread serves, or null. */
  static Netty3ImapCommand current() {
    return serving.get();
  }

  /** James has served it, or failed. */
  public void end(Throwable failure) {
    serving.remove();
    scope.close();
    command.done(failure);
  }
}
