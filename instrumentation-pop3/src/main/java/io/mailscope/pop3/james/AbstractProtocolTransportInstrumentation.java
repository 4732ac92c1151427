// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.context.Scope;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import org.apache.james.protocols.api.ProtocolSession;
import org.apache.james.protocols.api.Response;

/** {@code writeResponse}: all that James answers, and that it will close the connection then. */
class AbstractProtocolTransportInstrumentation extends HookedType {

  AbstractProtocolTransportInstrumentation() {
    super("org.apache.james.protocols.api.AbstractProtocolTransport");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("writeResponse")
            .and(takesArguments(2))
            .and(takesArgument(0, named("org.apache.james.protocols.api.Response"))),
        getClass().getName() + "$WriteAdvice");
  }

  @SuppressWarnings("unused")
  public static class WriteAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static Scope onEnter(
        @Advice.Argument(0) Response response, @Advice.Argument(1) ProtocolSession session) {
      return JamesPop3Connection.answering(session, response);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(
        @Advice.Argument(1) ProtocolSession session, @Advice.Enter Scope scope) {
      JamesPop3Connection.answered(session, scope);
    }
  }
}
