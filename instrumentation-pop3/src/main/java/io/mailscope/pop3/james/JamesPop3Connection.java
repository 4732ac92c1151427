// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.mailscope.core.session.CloseReason;
import io.mailscope.pop3.Pop3Command;
import io.mailscope.pop3.Pop3Session;
import io.opentelemetry.context.Scope;
import org.apache.james.protocols.api.ProtocolSession;
import org.apache.james.protocols.api.Request;
import org.apache.james.protocols.api.Response;

/**
 * What is done on a connection to James' POP3 server. James sends a message in its own time, and
 * goes on to the next command meanwhile.
 */
public final class JamesPop3Connection {

  private static final JamesPop3Sessions sessions = JamesPop3Sessions.get();

  private JamesPop3Connection() {}

  /** A command was read. It is current until the scope is closed. */
  public static Scope read(ProtocolSession james, Request request) {
    Pop3Session session = sessions.of(james);
    return session == null ? null : session.start(request.getCommand()).attach();
  }

  /** James has dealt with the command. */
  public static void served(ProtocolSession james, Scope scope, Throwable failure) {
    if (scope != null) {
      scope.close();
    }
    Pop3Command command = failure == null ? null : command(james);
    if (command != null) {
      command.failed(failure);
    }
  }

  /** James is about to answer; what it asks the response for finds the command. */
  public static Scope answering(ProtocolSession james, Response response) {
    Pop3Session session = sessions.of(james);
    if (session == null) {
      return null;
    }
    if (response != null && response.isEndSession()) {
      session.closing(CloseReason.OTHER);
    }
    return session.command() == null ? null : session.command().attach();
  }

  /** Lines are about to be sent, the reply first. */
  public static void reply(ProtocolSession james, byte[] lines) {
    Pop3Command command = command(james);
    if (command != null && lines.length > 0) {
      int end = 0;
      while (end < lines.length && lines[end] != '\r' && lines[end] != '\n') {
        end++;
      }
      command.reply(new String(lines, 0, end, ISO_8859_1));
    }
  }

  /** James has answered; unless a message is still to be sent, the command is over. */
  public static void answered(ProtocolSession james, Scope scope) {
    if (scope != null) {
      scope.close();
    }
    Pop3Command command = command(james);
    if (command != null && command.isReplied()) {
      command.end();
    }
  }

  private static Pop3Command command(ProtocolSession james) {
    Pop3Session session = sessions.of(james);
    return session == null ? null : session.command();
  }
}
