// SPDX-License-Identifier: Apache-2.0
package io.mailscope.core.session;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The commands of one connection that are answered while it goes on to others. Most connections
 * never have one, so the first one makes the set. Thread-safe.
 */
final class DetachedCommands {

  private final AtomicReference<Set<MailCommand>> open = new AtomicReference<>();

  void add(MailCommand running) {
    Set<MailCommand> commands = open.get();
    if (commands == null) {
      // Another thread may have been faster, and what it added is not to be lost.
      open.compareAndSet(null, ConcurrentHashMap.newKeySet());
      commands = open.get();
    }
    commands.add(running);
  }

  void remove(MailCommand ended) {
    Set<MailCommand> commands = open.get();
    if (commands != null) {
      commands.remove(ended);
    }
  }

  boolean hasOtherThan(MailCommand running) {
    Set<MailCommand> commands = open.get();
    if (commands != null) {
      for (MailCommand command : commands) {
        if (command != running) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Ends all of them.
   *
   * @param failure why, or null
   */
  void end(Throwable failure) {
    Set<MailCommand> commands = open.get();
    if (commands != null) {
      for (MailCommand command : commands) {
        command.failed(failure);
        command.end();
      }
    }
  }
}
