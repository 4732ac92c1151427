// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james.server;

import io.mailscope.core.catalog.CommandList;
import io.mailscope.core.catalog.CommandName;
import io.mailscope.core.catalog.MailAttributes;
import io.mailscope.core.catalog.MailProtocol;
import io.mailscope.core.catalog.MailSpan;
import io.mailscope.core.session.MailStep;
import io.mailscope.pop3.Pop3Command;
import io.mailscope.pop3.Pop3Session;
import java.util.List;

/** {@code pop3.messages.load} on whole James: the mailbox is listed for who has just logged in. */
public final class JamesPop3Load {

  private static final CommandList COMMANDS = MailProtocol.POP3.commands();
  private static final CommandName PASS = COMMANDS.find("PASS");
  private static final CommandName APOP = COMMANDS.find("APOP");
  private static final CommandName AUTH = COMMANDS.find("AUTH");

  private JamesPop3Load() {}

  /** A mailbox is about to be listed; null where that is not the end of a login. */
  public static MailStep start() {
    Pop3Command command = command();
    return command != null && isLogin(command.name())
        ? MailStep.start(command, MailSpan.POP3_MESSAGES_LOAD)
        : null;
  }

  /** It is listed, or not: James logs that and takes the login for good. */
  public static void end(MailStep load, List<?> messages, Throwable failure) {
    failed(failure);
    if (load == null) {
      return;
    }
    if (messages != null && load.span().isRecording()) {
      load.span().setAttribute(MailAttributes.POP3_MESSAGE_COUNT, messages.size());
    }
    load.end(failure);
  }

  /** James failed at a mailbox. */
  public static void failed(Throwable failure) {
    Pop3Command command = failure == null ? null : command();
    if (command != null) {
      command.failed(failure);
    }
  }

  private static Pop3Command command() {
    Pop3Session session = Pop3Session.current();
    return session == null ? null : session.command();
  }

  private static boolean isLogin(CommandName name) {
    return name == PASS || name == APOP || name == AUTH;
  }
}
