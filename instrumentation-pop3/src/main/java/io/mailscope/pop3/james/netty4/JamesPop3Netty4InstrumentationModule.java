// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james.netty4;

import static java.util.Arrays.asList;

import com.google.auto.service.AutoService;
import io.mailscope.hook.HookedType;
import io.mailscope.hook.MailInstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import java.util.List;

/** Connections to James on Netty 4. */
@AutoService(InstrumentationModule.class)
public final class JamesPop3Netty4InstrumentationModule extends MailInstrumentationModule {

  /** Called by the agent. */
  public JamesPop3Netty4InstrumentationModule() {
    super(
        "mail-pop3-james",
        "James",
        "org.apache.james.protocols.netty.BasicChannelInboundHandler",
        "org.apache.james.protocols.pop3.POP3Protocol");
  }

  @Override
  public List<HookedType> hookedTypes() {
    return asList(
        new BasicChannelInboundHandlerInstrumentation(),
        new ProtocolSessionInstrumentation(),
        new StartTlsInstrumentation(),
        new TimeoutHandlerInstrumentation());
  }
}
