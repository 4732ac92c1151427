// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import org.apache.james.protocols.api.Response;

/** {@code doAuth}: PASS in the right place, or APOP. */
class AbstractPassCmdHandlerInstrumentation extends HookedType {

  AbstractPassCmdHandlerInstrumentation() {
    super("org.apache.james.protocols.pop3.core.AbstractPassCmdHandler");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("doAuth").and(takesArguments(3)).and(takesArgument(2, String.class)),
        getClass().getName() + "$AuthAdvice");
  }

  @SuppressWarnings("unused")
  public static class AuthAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static CredentialCheck onEnter(@Advice.Argument(1) Object user) {
      return JamesPop3Auth.start(user);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(
        @Advice.Enter CredentialCheck check,
        @Advice.Return Response response,
        @Advice.Thrown Throwable failure) {
      JamesPop3Auth.end(check, response, failure);
    }
  }
}
