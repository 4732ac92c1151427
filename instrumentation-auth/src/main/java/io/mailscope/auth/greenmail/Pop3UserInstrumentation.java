// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** Where AUTH and USER look up a user. */
class Pop3UserInstrumentation extends HookedType {

  private final String method;

  Pop3UserInstrumentation(String method) {
    super("com.icegreen.greenmail.pop3.Pop3State");
    this.method = method;
  }

  @Override
  public String alternative() {
    return "user";
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named(method).and(takesArguments(1)).and(takesArgument(0, String.class)),
        getClass().getName() + "$FindAdvice");
  }

  @SuppressWarnings("unused")
  public static class FindAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(
        @Advice.Argument(0) String name,
        @Advice.Return Object user,
        @Advice.Thrown Throwable failure) {
      Pop3Check.found(name, user, failure);
    }
  }
}
