// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james.netty3;

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
public final class JamesSmtpNetty3InstrumentationModule extends MailInstrumentationModule {

  /** Called by the agent. */
  public JamesSmtpNetty3InstrumentationModule() {
    super(
        "mail-smtp-james",
        "James",
        "org.apache.james.protocols.netty.BasicChannelUpstreamHandler",
        "org.apache.james.protocols.smtp.SMTPProtocol");
  }

  @Override
  public List<HookedType> hookedTypes() {
    String advice = Netty3SmtpAdvice.class.getName();
    return asList(
        new BasicChannelUpstreamHandlerInstrumentation(advice),
        new LineHandlerInstrumentation(),
        new StartTlsInstrumentation(advice),
        new TimeoutHandlerInstrumentation(advice));
  }
}
