// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import static java.util.Arrays.asList;

import com.google.auto.service.AutoService;
import io.mailscope.hook.HookedType;
import io.mailscope.hook.MailInstrumentationModule;
import io.mailscope.james.AbstractAsyncServerInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import java.util.List;

/**
 * Commands, mailboxes, fetched messages and connections of James' IMAP server of 3.8. That of 3.9
 * works in another way, and lacks what {@link JamesImapConnection} asks for.
 */
@AutoService(InstrumentationModule.class)
public final class JamesImapInstrumentationModule extends MailInstrumentationModule {

  /** Called by the agent. */
  public JamesImapInstrumentationModule() {
    super(
        "mail-imap-james",
        "James",
        "org.apache.james.imapserver.netty.IMAPServer",
        "org.apache.james.imapserver.netty.ReactiveThrottler"); // added in 3.8
  }

  @Override
  public List<HookedType> hookedTypes() {
    return asList(
        new AbstractAsyncServerInstrumentation(JamesImapServerAdvice.class.getName()),
        new ImapChannelInstrumentation(),
        new HAProxyMessageHandlerInstrumentation(),
        new ImapIdleStateInstrumentation(),
        new ImapDecoderInstrumentation(),
        new UidCommandParserInstrumentation(),
        new DefaultProcessorInstrumentation(),
        new MailboxProcessorInstrumentation(),
        new SelectionProcessorInstrumentation(),
        new ResponseEncoderInstrumentation(),
        new ImapLineHandlerInstrumentation(),
        new RejectedExceptionInstrumentation());
  }
}
