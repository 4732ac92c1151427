// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import org.apache.james.protocols.api.Request;

/** Commands that James has not for POP3: among them APOP and AUTH. */
class Pop3UnknownCommandInstrumentation extends HookedType {

  Pop3UnknownCommandInstrumentation() {
    super("org.apache.james.protocols.pop3.core.UnknownCmdHandler");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("onCommand")
            .and(takesArguments(2))
            .and(takesArgument(1, named("org.apache.james.protocols.api.Request"))),
        getClass().getName() + "$CommandAdvice");
  }

  @SuppressWarnings("unused")
  public static class CommandAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(@Advice.Argument(1) Request request) {
      UnknownCommand.refused(request.getArgument());
    }
  }
}
