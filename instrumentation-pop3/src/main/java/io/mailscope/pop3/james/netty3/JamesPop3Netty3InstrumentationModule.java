// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james.netty3;

import static java.util.Arrays.asList;

import com.google.auto.service.AutoService;
import io.mailscope.hook.HookedType;
import io.mailscope.hook.MailInstrumentationModule;
import io.mailscope.james.StartTlsInstrumentation;
import io.mailscope.james.netty3.BasicChannelUpstreamHandlerInstrumentation;
import io.mailscope.james.netty3.TimeoutHandlerInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import java.util.List;

/** Connections to James on Netty 3. */
@AutoService(InstrumentationModule.class)
public final class JamesPop3Netty3InstrumentationModule extends MailInstrumentationModule {

  /** Called by the agent. */
  public JamesPop3Netty3InstrumentationModule() {
    super(
        "mail-pop3-james",
        "James",
        "org.apache.james.protocols.netty.BasicChannelUpstreamHandler",
        "org.apache.james.protocols.pop3.POP3Protocol");
  }

  @Override
  public List<HookedType> hookedTypes() {
    String advice = Netty3Pop3Advice.class.getName();
    return asList(
        new BasicChannelUpstreamHandlerInstrumentation(advice),
        new StartTlsInstrumentation(advice),
        new TimeoutHandlerInstrumentation(advice));
  }
}
