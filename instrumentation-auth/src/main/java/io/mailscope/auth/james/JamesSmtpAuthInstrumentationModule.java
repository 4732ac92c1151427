// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import static java.util.Arrays.asList;

import com.google.auto.service.AutoService;
import io.mailscope.hook.HookedType;
import io.mailscope.hook.MailInstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import java.util.List;

/** Authentication attempts on James' SMTP servers. */
@AutoService(InstrumentationModule.class)
public final class JamesSmtpAuthInstrumentationModule extends MailInstrumentationModule {

  /** Called by the agent. */
  public JamesSmtpAuthInstrumentationModule() {
    super(
        "mail-auth-james",
        "James",
        "org.apache.james.protocols.smtp.core.esmtp.AuthCmdHandler",
        "org.apache.james.protocols.netty.NettyServer");
  }

  @Override
  public List<HookedType> hookedTypes() {
    return asList(new AuthCmdHandlerInstrumentation(), new SmtpUnknownCommandInstrumentation());
  }
}
