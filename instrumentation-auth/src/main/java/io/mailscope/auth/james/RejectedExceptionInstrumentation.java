// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** A command that James has no room for. */
class RejectedExceptionInstrumentation extends HookedType {

  RejectedExceptionInstrumentation() {
    super("org.apache.james.imapserver.netty.ReactiveThrottler$RejectedException");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        isConstructor().and(takesArguments(2)), getClass().getName() + "$MadeAdvice");
  }

  @SuppressWarnings("unused")
  public static class MadeAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit(@Advice.Argument(1) Object message) {
      JamesImapOverload.rejected(message);
    }
  }
}
