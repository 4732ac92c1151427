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
    // What it hooks is older; but where this class is missing, no command is seen either.
    super("mail-auth-greenmail", "GreenMail", "com.icegreen.greenmail.server.AbstractServer");
  }

  @Override
  public List<HookedType> hookedTypes() {
    return asList(
        new UserManagerInstrumentation(),
        new Pop3StateInstrumentation(),
        new Pop3UserInstrumentation("getUser"),
        // since 1.5.13, for USER
        new Pop3UserInstrumentation("findOrCreateUser"),
        new SmtpAuthCommandInstrumentation(),
        new Pop3AuthCommandInstrumentation(),
        new ApopCommandInstrumentation(),
        new AuthenticateCommandInstrumentation(),
        new CommandParserInstrumentation());
  }
}
