// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import com.icegreen.greenmail.pop3.Pop3State;
import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** {@code authenticate} checks the password or token of a user who was found. */
class Pop3StateInstrumentation extends HookedType {

  Pop3StateInstrumentation() {
    super("com.icegreen.greenmail.pop3.Pop3State");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("authenticate").and(takesArguments(1)).and(takesArgument(0, String.class)),
        getClass().getName() + "$AuthenticateAdvice");
  }

  @SuppressWarnings("unused")
  public static class AuthenticateAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static CredentialCheck onEnter(
        @Advice.This Pop3State state, @Advice.Argument(0) String password) {
      return Pop3Check.start(state, password != null);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(
        @Advice.Enter CredentialCheck check, @Advice.Thrown Throwable failure) {
      Pop3Check.end(check, failure);
    }
  }
}
