// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.greenmail;

import com.icegreen.greenmail.pop3.Pop3Connection;
import io.mailscope.core.session.CloseReason;
import io.mailscope.pop3.Pop3Command;

/** What GreenMail prints in answer to a command: its status line, then perhaps a message. */
public final class GreenMailPop3Reply {

  private static final int CRLF = 2;
  private static final String TERMINATOR = ".";

  private GreenMailPop3Reply() {}

  /**
   * A message was written out for RETR or TOP, or could not be. Two octets are not in it: GreenMail
   * trims it and ends it with a CRLF of its own.
   */
  public static void message(String message, Throwable failure) {
    Pop3Command command = GreenMailPop3Connection.command();
    if (command == null) {
      return;
    }
    if (failure != null) {
      command.failed(failure);
    } else if (message != null && command.isRetr() && !command.isReplied()) {
      command.content((long) message.length() + CRLF);
    }
  }

  /** A line was printed, whether or not the client took it. */
  public static void printed(Pop3Connection connection, String line) {
    Pop3Command command = GreenMailPop3Connection.command();
    if (command == null || line == null) {
      return;
    }
    if (!command.isReplied()) {
      command.reply(line);
      if (command.isSending() && isGone(connection, command)) {
        command.unsent();
      }
      if (command.isQuit() && command.isReplied()) {
        // To close a TLS connection, GreenMail waits for the client to do so too.
        command.end();
      }
    } else if (command.isSending()) {
      content(connection, command, line);
    }
  }

  private static void content(Pop3Connection connection, Pop3Command command, String line) {
    if (line.equals(TERMINATOR)) {
      if (isGone(connection, command)) {
        command.cut();
      } else {
        command.sent();
      }
    } else if (!command.isRetr()) {
      // Versions that don't stuff dots in TOP print a line with one dot as it is.
      int stuffed = line.startsWith("..") ? 1 : 0;
      command.content((long) line.length() + CRLF - stuffed);
    }
  }

  private static boolean isGone(Pop3Connection connection, Pop3Command command) {
    boolean gone = GreenMailPop3Writer.isBroken(connection);
    if (gone) {
      GreenMailPop3Connection.lost(command.session(), CloseReason.RESET);
    }
    return gone;
  }
}
