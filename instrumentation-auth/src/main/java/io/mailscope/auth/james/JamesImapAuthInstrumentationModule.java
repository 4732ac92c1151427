// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import static java.util.Arrays.asList;

import com.google.auto.service.AutoService;
import io.mailscope.hook.HookedType;
import io.mailscope.hook.MailInstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import java.util.List;

/** Authentication attempts on James' IMAP server, since 3.8: no command is seen before. */
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
