// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james;

import static java.util.Arrays.asList;

import com.google.auto.service.AutoService;
import io.mailscope.hook.HookedType;
import io.mailscope.hook.MailInstrumentationModule;
import io.mailscope.james.AbstractAsyncServerInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import java.util.List;

/**
 * Commands, messages and listeners of James' SMTP and LMTP servers, whichever Netty they are on.
 */
@AutoService(InstrumentationModule.class)
public final class JamesSmtpInstrumentationModule extends MailInstrumentationModule {

  /** Called by the agent. */
  public JamesSmtpInstrumentationModule() {
    super(
        "mail-smtp-james",
        "James",
        "org.apache.james.protocols.smtp.SMTPProtocol",
        "org.apache.james.protocols.netty.NettyServer");
  }

  @Override
  public List<HookedType> hookedTypes() {
    return asList(
        new NettyServerInstrumentation(),
        new AbstractAsyncServerInstrumentation(JamesSmtpServerAdvice.class.getName()),
        new CommandDispatcherInstrumentation(),
        new AbstractProtocolTransportInstrumentation(),
        new NettyProtocolTransportInstrumentation(),
        new DataLineMessageHookHandlerInstrumentation());
  }
}
