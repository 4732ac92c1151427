// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.james.netty3;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.mailscope.smtp.james.JamesSmtpConnection;
import io.opentelemetry.context.Scope;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import org.apache.james.protocols.api.ProtocolSession;
import org.jboss.netty.channel.MessageEvent;

/** The lines that a command asked for; each line of a message is one, so little is done here. */
class LineHandlerInstrumentation extends HookedType {

  LineHandlerInstrumentation() {
    super("org.apache.james.protocols.netty.LineHandlerUpstreamHandler");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("messageReceived")
            .and(takesArguments(2))
            .and(takesArgument(1, named("org.jboss.netty.channel.MessageEvent"))),
        getClass().getName() + "$LineAdvice");
  }

  @SuppressWarnings("unused")
  public static class LineAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static Scope onEnter(
        @Advice.FieldValue("session") ProtocolSession session,
        @Advice.Argument(1) MessageEvent event) {
      return Netty3SmtpLine.read(session, event.getMessage());
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(
        @Advice.FieldValue("session") ProtocolSession session,
        @Advice.Enter Scope scope,
        @Advice.Thrown Throwable failure) {
      JamesSmtpConnection.served(session, scope, failure);
    }
  }
}
