// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.greenmail;

import io.mailscope.imap.ImapCommand;

/**
 * The sections of FETCH on GreenMail, which appends each to the text of its response as a literal:
 * {@code <0>{1024}CRLF…}. Only the literal's announcement is read.
 */
public final class GreenMailFetch {

  private static final int NOT_OURS = -1;

  private GreenMailFetch() {}

  /** A section is about to be appended. */
  public static int start(CharSequence response) {
    ImapCommand command = GreenMailImapRequest.command();
    return command != null && command.fetch().open() ? response.length() : NOT_OURS;
  }

  /**
   * The section was appended, or could not be.
   *
   * @param from what {@link #start} answered
   */
  public static void end(int from, String section, CharSequence response, Throwable failure) {
    ImapCommand command = GreenMailImapRequest.command();
    if (from == NOT_OURS || command == null) {
      return;
    }
    long length = failure == null ? GreenMailLiteral.length(response, from) : -1;
    if (length < 0) {
      command.fetch().failed();
    } else {
      command.fetch().written(section, length, GreenMailLiteral.isFromStart(response, from));
    }
  }

  /** The response was handed to the connection. */
  public static void sent() {
    ImapCommand command = GreenMailImapRequest.command();
    if (command != null && command.isFetching()) {
      command.fetch().sent();
    }
  }
}
