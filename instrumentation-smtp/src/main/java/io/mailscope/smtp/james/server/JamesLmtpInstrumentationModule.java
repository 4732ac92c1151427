// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james.server;

import static java.util.Arrays.asList;

import com.google.auto.service.AutoService;
import io.mailscope.hook.HookedType;
import io.mailscope.hook.MailInstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import java.util.List;

/** Messages that come to James by LMTP: they are put into mailboxes, or through the mailets. */
@AutoService(InstrumentationModule.class)
public final class JamesLmtpInstrumentationModule extends MailInstrumentationModule {

  private static final String HANDLER = "org.apache.james.lmtpserver.DataLineLMTPHandler";

  /** Called by the agent. */
  public JamesLmtpInstrumentationModule() {
    super("mail-smtp-james", "James", HANDLER);
  }

  @Override
  public List<HookedType> hookedTypes() {
    return asList(
        new MessageHandlerInstrumentation(HANDLER, MessageHandlerInstrumentation.MAILETS),
        new MailboxDeliverToRecipientHandlerInstrumentation());
  }
}
