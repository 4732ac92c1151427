// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james.netty4;

import static java.util.Arrays.asList;

import com.google.auto.service.AutoService;
import io.mailscope.hook.HookedType;
import io.mailscope.hook.MailInstrumentationModule;
import io.mailscope.james.StartTlsInstrumentation;
import io.mailscope.james.netty4.BasicChannelInboundHandlerInstrumentation;
import io.mailscope.james.netty4.ProtocolSessionInstrumentation;
import io.mailscope.james.netty4.TimeoutHandlerInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import java.util.List;

/** Connections to James on Netty 4. */
@AutoService(InstrumentationModule.class)
public final class JamesSmtpNetty4InstrumentationModule extends MailInstrumentationModule {

  /** Called by the agent. */
  public JamesSmtpNetty4InstrumentationModule() {
    super(
        "mail-smtp-james",
        "James",
        "org.apache.james.protocols.netty.BasicChannelInboundHandler",
        "org.apache.james.protocols.smtp.SMTPProtocol");
  }

  @Override
  public List<HookedType> hookedTypes() {
    String advice = Netty4SmtpAdvice.class.getName();
    return asList(
        new BasicChannelInboundHandlerInstrumentation(advice),
        new LineHandlerInstrumentation(),
        new ProtocolSessionInstrumentation(advice),
        new StartTlsInstrumentation(advice),
        new TimeoutHandlerInstrumentation(advice));
  }
}
