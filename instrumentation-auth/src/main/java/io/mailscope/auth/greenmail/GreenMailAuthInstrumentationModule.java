// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import static java.util.Arrays.asList;

import com.google.auto.service.AutoService;
import io.mailscope.hook.HookedType;
import io.mailscope.hook.MailInstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import java.util.List;

/** Authentication attempts on GreenMail's SMTP, POP3 and IMAP servers. */
@AutoService(InstrumentationModule.class)
public final class GreenMailAuthInstrumentationModule extends MailInstrumentationModule {

  /** Called by the agent. */
  public GreenMailAuthInstrumentationModule() {
    super("mail-auth-greenmail", "GreenMail", "com.icegreen.greenmail.user.UserManager");
  }

  @Override
  public List<HookedType> hookedTypes() {
    return asList(
        new UserManagerInstrumentation(),
        new Pop3StateInstrumentation(),
        new SmtpAuthCommandInstrumentation(),
        new Pop3AuthCommandInstrumentation(),
        new ApopCommandInstrumentation(),
        new AuthenticateCommandInstrumentation(),
        new CommandParserInstrumentation());
  }
}
