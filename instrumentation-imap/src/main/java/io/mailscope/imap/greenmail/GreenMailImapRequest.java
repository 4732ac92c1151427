// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.greenmail;

import com.icegreen.greenmail.imap.AuthorizationException;
import com.icegreen.greenmail.imap.ProtocolException;
import com.icegreen.greenmail.store.FolderException;
import io.mailscope.imap.ImapCommand;
import io.mailscope.imap.ImapSession;
import io.mailscope.imap.ImapState;
import io.mailscope.imap.ImapStatus;

/** One line from the client, with its literals, and its answer. */
public final class GreenMailImapRequest {

  private GreenMailImapRequest() {}

  /** The line's first character was read. */
  public static void begin(com.icegreen.greenmail.imap.ImapSession greenMail) {
    ImapSession session = ImapSession.current();
    if (session != null) {
      session.request(state(greenMail));
    }
  }

  /** A command word was read. */
  public static void word(String word) {
    ImapSession session = ImapSession.current();
    ImapCommand command = session == null || word == null ? null : session.word(word);
    if (command != null) {
      command.makeCurrent();
    }
  }

  /** The answer is sent. Where no command is open, GreenMail found none in the line. */
  public static void replied(ImapStatus status, String code) {
    ImapSession session = ImapSession.current();
    // Half a line before the end of the connection is no command.
    if (session == null || session.command() == null && session.isLost()) {
      return;
    }
    ImapCommand command = session.command();
    if (command == null) {
      command = session.unreadable();
      command.makeCurrent();
    }
    command.reply(status, code);
  }

  /** The server says BYE. */
  public static void bye() {
    ImapCommand command = command();
    if (command != null) {
      command.bye();
    }
  }

  /** The command ended with an exception, which GreenMail may turn into a reply. */
  public static void failed(Throwable failure) {
    ImapCommand command = command();
    if (command != null && isServerFault(failure)) {
      command.failed(failure);
    }
  }

  /** The line was answered. */
  public static void end(Throwable failure) {
    ImapCommand command = command();
    if (command != null) {
      command.failed(failure);
      command.end();
    }
  }

  /** The command that this thread answers, or null. */
  static ImapCommand command() {
    ImapSession session = ImapSession.current();
    return session == null ? null : session.command();
  }

  /** Whether an exception is more than GreenMail's way to refuse a request. */
  static boolean isServerFault(Throwable failure) {
    if (failure instanceof FolderException) {
      return failure.getCause() != null;
    }
    return failure != null
        && !(failure instanceof ProtocolException)
        && !(failure instanceof AuthorizationException);
  }

  private static ImapState state(com.icegreen.greenmail.imap.ImapSession greenMail) {
    switch (String.valueOf(greenMail.getState())) {
      case "AUTHENTICATED":
        return ImapState.AUTHENTICATED;
      case "SELECTED":
        return ImapState.SELECTED;
      case "LOGOUT":
        return ImapState.LOGOUT;
      default:
        return ImapState.NOT_AUTHENTICATED;
    }
  }
}
