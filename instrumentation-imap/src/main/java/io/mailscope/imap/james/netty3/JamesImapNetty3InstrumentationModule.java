// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james.netty3;

import static java.util.Arrays.asList;

import com.google.auto.service.AutoService;
import io.mailscope.hook.HookedType;
import io.mailscope.hook.MailInstrumentationModule;
import io.mailscope.imap.james.JamesImapServerAdvice;
import io.mailscope.james.AbstractAsyncServerInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import java.util.List;

/** Commands, mailboxes, fetched messages and connections of James' IMAP server until 3.7. */
@AutoService(InstrumentationModule.class)
public final class JamesImapNetty3InstrumentationModule extends MailInstrumentationModule {

  /** Called by the agent. */
  public JamesImapNetty3InstrumentationModule() {
    super(
        "mail-imap-james",
        "James",
        "org.apache.james.imapserver.netty.IMAPServer",
        "org.apache.james.imap.processor.base.AbstractChainedProcessor"); // removed in 3.8
  }

  @Override
  public List<HookedType> hookedTypes() {
    return asList(
        new AbstractAsyncServerInstrumentation(JamesImapServerAdvice.class.getName()),
        new NettyImapSessionInstrumentation(),
        new ImapChannelInstrumentation(),
        new ImapIdleStateInstrumentation(),
        new ImapDecoderInstrumentation(),
        new UidInstrumentation(),
        new MailboxProcessorInstrumentation(),
        new SelectionProcessorInstrumentation(),
        new ResponseEncoderInstrumentation(),
        new ImapLineHandlerInstrumentation());
  }
}
