// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import static java.util.Arrays.asList;

import com.google.auto.service.AutoService;
import io.mailscope.hook.HookedType;
import io.mailscope.hook.MailInstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import java.util.List;

/**
 * Authentication attempts on James' IMAP server of 3.8. Before, what the users' repository checks
 * for a command is all that there is; of the servers after, which are left alone, no command is
 * seen.
 */
@AutoService(InstrumentationModule.class)
public final class JamesImapAuthInstrumentationModule extends MailInstrumentationModule {

  /** Called by the agent. */
  public JamesImapAuthInstrumentationModule() {
    super(
        "mail-auth-james",
        "James",
        "org.apache.james.imap.processor.AuthenticateProcessor",
        "org.apache.james.imapserver.netty.IMAPServer",
        "org.apache.james.mailbox.Authorizator",
        // Gone in 3.9, of which the commands' module tells that it is left alone.
        "org.apache.james.imapserver.netty.Linearalizer",
        // Its channels are those of Netty 4.
        "org.apache.james.protocols.netty.BasicChannelInboundHandler");
  }

  @Override
  public List<HookedType> hookedTypes() {
    return asList(
        new LoginProcessorInstrumentation(),
        new AuthenticateProcessorInstrumentation(),
        new ImapAnswerInstrumentation(),
        new AuthorizatorInstrumentation(),
        new RejectedExceptionInstrumentation());
  }

  /** Within the advice of IMAP's own module, so that an attempt is over before its command is. */
  @Override
  public int order() {
    return 1;
  }
}
