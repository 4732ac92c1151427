// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import static java.util.Arrays.asList;

import com.google.auto.service.AutoService;
import io.mailscope.hook.HookedType;
import io.mailscope.hook.MailInstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import java.util.List;

/** Authentication attempts without a password, which James has since 3.7. */
@AutoService(InstrumentationModule.class)
public final class JamesTokenInstrumentationModule extends MailInstrumentationModule {

  /** Called by the agent. */
  public JamesTokenInstrumentationModule() {
    super(
        "mail-auth-james",
        "James",
        "org.apache.james.protocols.api.OIDCSASLParser",
        "org.apache.james.protocols.smtp.core.esmtp.AuthCmdHandler",
        "org.apache.james.protocols.netty.NettyServer");
  }

  @Override
  public List<HookedType> hookedTypes() {
    return asList(
        new SmtpTokenInstrumentation(),
        new SmtpDelegationInstrumentation(),
        new OidcSaslParserInstrumentation());
  }
}
