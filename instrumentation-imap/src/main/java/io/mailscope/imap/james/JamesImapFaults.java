// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import static java.util.Arrays.asList;

import java.util.HashSet;
import java.util.Set;

/** Tells James' own failures from those that it is caused by its client or by rights. */
public final class JamesImapFaults {

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

  private JamesImapFaults() {}

  /** Whether it is James' fault; a mailbox that is not there or not for all is not. */
  public static boolean isServerFault(Throwable failure) {
    return !CLIENTS.contains(failure.getClass().getSimpleName());
  }
}
