// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james;

import static java.util.Arrays.asList;

import com.google.auto.service.AutoService;
import io.mailscope.hook.HookedType;
import io.mailscope.hook.MailInstrumentationModule;
import io.mailscope.james.AbstractAsyncServerInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import java.util.List;

/** Commands, messages and listeners of James' POP3 server, whichever Netty they are on. */
@AutoService(InstrumentationModule.class)
public final class JamesPop3InstrumentationModule extends MailInstrumentationModule {

  /** Called by the agent. */
  public JamesPop3InstrumentationModule() {
    super(
        "mail-pop3-james",
        "James",
        "org.apache.james.protocols.pop3.POP3Protocol",
        "org.apache.james.protocols.netty.NettyServer");
  }

  @Override
  public List<HookedType> hookedTypes() {
    return asList(
        new NettyServerInstrumentation(),
        new AbstractAsyncServerInstrumentation(JamesPop3ServerAdvice.class.getName()),
        new CommandDispatcherInstrumentation(),
        new AbstractProtocolTransportInstrumentation(),
        new NettyProtocolTransportInstrumentation(),
        new Pop3StreamResponseInstrumentation());
  }
}
