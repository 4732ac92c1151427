// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james.server;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** {@code auth}: who logs in is looked up and the mailbox opened; what it throws is but logged. */
class PassCmdHandlerInstrumentation extends HookedType {

  PassCmdHandlerInstrumentation() {
    super("org.apache.james.pop3server.core.PassCmdHandler");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("auth")
            .and(takesArguments(3))
            .and(takesArgument(0, named("org.apache.james.protocols.pop3.POP3Session"))),
        getClass().getName() + "$AuthAdvice");
  }

  @SuppressWarnings("unused")
  public static class AuthAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(@Advice.Thrown Throwable failure) {
      JamesPop3Load.failed(failure);
    }
  }
}
