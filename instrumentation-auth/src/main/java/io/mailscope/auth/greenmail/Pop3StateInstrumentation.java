// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import com.icegreen.greenmail.pop3.Pop3State;
import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

/** The user of a POP3 session: looked up by AUTH or by USER, then authenticated. */
class Pop3StateInstrumentation extends HookedType {

  Pop3StateInstrumentation() {
    super("com.icegreen.greenmail.pop3.Pop3State");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        ofOneString("authenticate"), getClass().getName() + "$AuthenticateAdvice");
    transformer.applyAdviceToMethod(
        ofOneString("getUser"), getClass().getName() + "$GetUserAdvice");
    transformer.applyAdviceToMethod(
        ofOneString("findOrCreateUser"), getClass().getName() + "$FindUserAdvice");
  }

  private static ElementMatcher<MethodDescription> ofOneString(String name) {
    return named(name).and(takesArguments(1)).and(takesArgument(0, String.class));
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

  @SuppressWarnings("unused")
  public static class GetUserAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(@Advice.Argument(0) String user, @Advice.Thrown Throwable failure) {
      Pop3Check.found(user, failure);
    }
  }

  @SuppressWarnings("unused")
  public static class FindUserAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(
        @Advice.Argument(0) String user,
        @Advice.Return Object found,
        @Advice.Thrown Throwable failure) {
      Pop3Check.found(user, found, failure);
    }
  }
}
