// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import static java.util.Arrays.asList;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;

/** Notes what a command's work fails at. */
public final class JamesImapExceptions implements Consumer<Throwable> {

  /** By name, since their packages and numbers changed: what the client or its rights caused. */
  private static final Set<String> CLIENTS =
      new HashSet<>(
          asList(
              "AnnotationException",
              "DeniedAccessOnSharedMailboxException",
              "HasEmptyMailboxNameInHierarchyException",
              "InboxAlreadyCreated",
              "InsufficientRightsException",
              "MailboxExistsException",
              "MailboxNameException",
              "MailboxNotFoundException",
              "MessageRangeException",
              "OverQuotaException",
              "ReadOnlyException",
              "TooLongMailboxNameException",
              "UnsupportedRightException"));

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
    if (isServerFault(failure)) {
      command.command().failed(failure);
    }
  }

  /** Whether it is James' fault; a mailbox that is not there or not for all is not. */
  static boolean isServerFault(Throwable failure) {
    return !CLIENTS.contains(failure.getClass().getSimpleName());
  }
}
