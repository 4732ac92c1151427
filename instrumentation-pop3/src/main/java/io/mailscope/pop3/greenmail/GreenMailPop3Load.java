// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.greenmail;

import com.icegreen.greenmail.store.MailFolder;
import io.mailscope.core.catalog.CommandList;
import io.mailscope.core.catalog.CommandName;
import io.mailscope.core.catalog.MailAttributes;
import io.mailscope.core.catalog.MailProtocol;
import io.mailscope.core.catalog.MailSpan;
import io.mailscope.core.session.MailStep;
import io.mailscope.pop3.Pop3Command;

/** {@code pop3.messages.load} on GreenMail: the inbox is opened for who has just logged in. */
public final class GreenMailPop3Load {

  private static final CommandList COMMANDS = MailProtocol.POP3.commands();
  private static final CommandName PASS = COMMANDS.find("PASS");
  private static final CommandName AUTH = COMMANDS.find("AUTH");
  private static final CommandName APOP = COMMANDS.find("APOP");

  private GreenMailPop3Load() {}

  /** An inbox is asked for; null where that is not the end of a POP3 login. */
  public static MailStep start() {
    Pop3Command command = GreenMailPop3Connection.command();
    return command != null && isLogin(command.name())
        ? MailStep.start(command, MailSpan.POP3_MESSAGES_LOAD)
        : null;
  }

  /** It is there, or not; its failure is the command's too, whatever GreenMail replies. */
  public static void end(MailStep load, MailFolder inbox, Throwable failure) {
    if (load == null) {
      return;
    }
    try {
      if (failure != null) {
        load.command().failed(failure);
      } else if (inbox != null && load.span().isRecording()) {
        load.span().setAttribute(MailAttributes.POP3_MESSAGE_COUNT, inbox.getMessageCount());
      }
    } finally {
      load.end(failure);
    }
  }

  private static boolean isLogin(CommandName name) {
    return name == PASS || name == AUTH || name == APOP;
  }
}
