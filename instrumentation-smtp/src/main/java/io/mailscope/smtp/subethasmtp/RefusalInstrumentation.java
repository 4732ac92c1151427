// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.subethasmtp;

import static net.bytebuddy.matcher.ElementMatchers.declaresMethod;
import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.isDeclaredBy;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** {@code RejectException}: what the server's user wants to be refused, by whatever code. */
class RefusalInstrumentation extends HookedType {

  RefusalInstrumentation() {
    super(SubEthaTypes.named("RejectException"));
  }

  @Override
  public String alternative() {
    return "refusals";
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("getErrorResponse").and(takesNoArguments()),
        getClass().getName() + "$ResponseAdvice");
    // Where its message is the reply, there is but one constructor that makes it.
    transformer.applyAdviceToMethod(
        isConstructor()
            .and(takesArguments(2))
            .and(isDeclaredBy(not(declaresMethod(named("getErrorResponse"))))),
        getClass().getName() + "$MadeAdvice");
  }

  @SuppressWarnings("unused")
  public static class ResponseAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit() {
      SubEthaConnection.refused();
    }
  }

  @SuppressWarnings("unused")
  public static class MadeAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit() {
      SubEthaConnection.refused();
    }
  }
}
