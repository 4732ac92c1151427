// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import com.icegreen.greenmail.user.UserManager;
import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** {@code test} checks a user's password or token. */
class UserManagerInstrumentation extends HookedType {

  UserManagerInstrumentation() {
    super("com.icegreen.greenmail.user.UserManager");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("test")
            .and(takesArguments(2))
            .and(takesArgument(0, String.class))
            .and(takesArgument(1, String.class)),
        getClass().getName() + "$TestAdvice");
  }

  @SuppressWarnings("unused")
  public static class TestAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static CredentialCheck onEnter(
        @Advice.This UserManager users,
        @Advice.Argument(0) String user,
        @Advice.Argument(1) String password) {
      return UserManagerCheck.start(users, user, password != null);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(
        @Advice.Enter CredentialCheck check,
        @Advice.Return boolean accepted,
        @Advice.Thrown Throwable failure) {
      UserManagerCheck.end(check, accepted, failure);
    }
  }
}
