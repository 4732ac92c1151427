// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.greenmail;

import static java.util.Arrays.asList;

import com.google.auto.service.AutoService;
import io.mailscope.hook.HookedType;
import io.mailscope.hook.MailInstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import java.util.List;

/** Commands, messages and connections of GreenMail's SMTP server. */
@AutoService(InstrumentationModule.class)
public final class GreenMailSmtpInstrumentationModule extends MailInstrumentationModule {

  /** Called by the agent. */
  public GreenMailSmtpInstrumentationModule() {
    super("mail-smtp-greenmail", "GreenMail", "com.icegreen.greenmail.smtp.SmtpServer");
  }

  @Override
  public List<HookedType> hookedTypes() {
    return asList(
        new AbstractServerInstrumentation(),
        new SmtpHandlerInstrumentation(),
        // since 1.6.5
        new HandlerCloseInstrumentation("com.icegreen.greenmail.smtp.SmtpHandler"),
        new HandlerCloseInstrumentation(
            "com.icegreen.greenmail.server.AbstractSocketProtocolHandler"),
        new SmtpConnectionInstrumentation(),
        new SmtpDataStreamInstrumentation(),
        new MovingMessageInstrumentation(),
        new SmtpManagerInstrumentation());
  }
}
