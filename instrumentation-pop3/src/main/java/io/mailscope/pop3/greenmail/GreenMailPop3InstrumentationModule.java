// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.greenmail;

import static java.util.Arrays.asList;

import com.google.auto.service.AutoService;
import io.mailscope.hook.HookedType;
import io.mailscope.hook.MailInstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import java.util.List;

/** Commands, messages and connections of GreenMail's POP3 server. */
@AutoService(InstrumentationModule.class)
public final class GreenMailPop3InstrumentationModule extends MailInstrumentationModule {

  /** Called by the agent. */
  public GreenMailPop3InstrumentationModule() {
    super("mail-pop3-greenmail", "GreenMail", "com.icegreen.greenmail.pop3.Pop3Server");
  }

  @Override
  public List<HookedType> hookedTypes() {
    return asList(
        new AbstractServerInstrumentation(),
        new Pop3HandlerInstrumentation(),
        new HandlerCloseInstrumentation("com.icegreen.greenmail.pop3.Pop3Handler"),
        // since 1.6.5
        new HandlerCloseInstrumentation(
            "com.icegreen.greenmail.server.AbstractSocketProtocolHandler"),
        new Pop3ConnectionInstrumentation(),
        new GreenMailUtilInstrumentation(),
        new ImapHostManagerInstrumentation());
  }
}
