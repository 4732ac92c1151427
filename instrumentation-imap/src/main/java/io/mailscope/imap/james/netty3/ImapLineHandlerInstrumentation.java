// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james.netty3;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.context.Scope;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** A line that a command has asked for: DONE, or the next step of AUTHENTICATE. */
class ImapLineHandlerInstrumentation extends HookedType {

  ImapLineHandlerInstrumentation() {
    super("org.apache.james.imapserver.netty.ImapLineHandlerAdapter");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("messageReceived").and(takesArguments(2)), getClass().getName() + "$LineAdvice");
  }

  @SuppressWarnings("unused")
  public static class LineAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static Scope onEnter(@Advice.FieldValue("session") Object session) {
      return Netty3ImapConnection.attachWaiting(session);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(@Advice.Enter Scope scope) {
      if (scope != null) {
        scope.close();
      }
    }
  }
}
