// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james.server;

import static java.util.Arrays.asList;

import com.google.auto.service.AutoService;
import io.mailscope.hook.HookedType;
import io.mailscope.hook.MailInstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import java.util.List;

/** The mailboxes of whole James, as POP3 sees them. */
@AutoService(InstrumentationModule.class)
public final class JamesMailboxInstrumentationModule extends MailInstrumentationModule {

  /** Called by the agent. */
  public JamesMailboxInstrumentationModule() {
    super("mail-pop3-james", "James", MailboxAdapterInstrumentation.MAILBOX);
  }

  @Override
  public List<HookedType> hookedTypes() {
    return asList(new MailboxAdapterInstrumentation(), new PassCmdHandlerInstrumentation());
  }
}
