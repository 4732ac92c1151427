// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james.server;

import static java.util.Arrays.asList;

import com.google.auto.service.AutoService;
import io.mailscope.hook.HookedType;
import io.mailscope.hook.MailInstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import java.util.List;

/** Messages that come to James by SMTP: they are put into its spool. */
@AutoService(InstrumentationModule.class)
public final class JamesMailInstrumentationModule extends MailInstrumentationModule {

  private static final String HANDLER =
      "org.apache.james.smtpserver.DataLineJamesMessageHookHandler";

  /** Called by the agent. */
  public JamesMailInstrumentationModule() {
    super("mail-smtp-james", "James", HANDLER);
  }

  @Override
  public List<HookedType> hookedTypes() {
    return asList(new MessageHandlerInstrumentation(HANDLER), new SendMailHandlerInstrumentation());
  }
}
