// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.subethasmtp;

import io.mailscope.core.auth.AuthAttempt;
import io.mailscope.core.auth.AuthExchange;
import io.mailscope.core.auth.AuthMechanism;
import io.mailscope.core.auth.FailureReason;
import io.mailscope.core.session.CloseReason;
import io.mailscope.core.session.MailCommand;
import io.mailscope.core.session.MailSession;
import java.util.StringTokenizer;

/** The exchange of the AUTH command that this thread answers. */
public final class SubEthaExchange {

  private SubEthaExchange() {}

  private static AuthExchange exchange() {
    MailSession session = MailSession.current();
    MailCommand command = session == null ? null : session.command();
    return command != null && command.name().name().equals("AUTH") ? command.auth() : null;
  }

  /** The command came, with or without an initial response: the first step. */
  public static void begin(String line) {
    AuthExchange exchange = exchange();
    if (exchange == null) {
      return;
    }
    StringTokenizer words = new StringTokenizer(line);
    words.nextToken();
    if (words.hasMoreTokens()) {
      exchange.mechanism(AuthMechanism.of(words.nextToken()));
      exchange.check(null);
    }
  }

  /** The client answered a challenge: the next step. */
  public static void answer(String line, Throwable failure) {
    AuthExchange exchange = exchange();
    if (exchange == null) {
      return;
    }
    if (failure != null) {
      if (CloseReason.of(failure) == null) {
        exchange.refused(null, FailureReason.MALFORMED);
      }
    } else if (line != null) {
      if (line.trim().equals("*")) {
        exchange.cancelled();
      }
      exchange.check(null);
    }
  }

  /** One of SubEtha's own handlers has learnt the name. */
  public static void user(String user) {
    AuthAttempt attempt = attempt();
    if (attempt != null) {
      attempt.user(user);
    }
  }

  /** SubEtha is about to say what came of the step. */
  public static void reply(String line) {
    AuthAttempt attempt = attempt();
    if (attempt == null || line.startsWith("235")) {
      return;
    }
    if (line.startsWith("3") || StepReply.isNoAnswer(line)) {
      exchange().undecided();
    } else {
      attempt.failed(StepReply.reason(line));
    }
  }

  /** SubEtha remembers who has logged in. */
  public static void accepted(Object handler) {
    AuthAttempt attempt = attempt();
    if (attempt != null) {
      attempt.user(HandlerIdentity.of(handler));
      attempt.succeeded();
    }
  }

  /** The command is done with. */
  public static void end(Throwable failure) {
    AuthAttempt attempt = attempt();
    if (attempt == null) {
      return;
    }
    if (failure == null || exchange().isAbandoned()) {
      exchange().undecided();
    } else {
      attempt.broke(failure);
    }
  }

  private static AuthAttempt attempt() {
    AuthExchange exchange = exchange();
    return exchange == null ? null : exchange.attempt();
  }
}
