// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import static net.bytebuddy.matcher.ElementMatchers.isConstructor;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** A command that James refuses for overload; its exception reaches no handler of James'. */
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
    public static void onExit(
        @Advice.This Throwable rejection, @Advice.Argument(1) Object message) {
      JamesImapCommand.rejected(message, rejection);
    }
  }
}
