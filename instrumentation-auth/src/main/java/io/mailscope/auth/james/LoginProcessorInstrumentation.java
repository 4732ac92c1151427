// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.LoginRequest;

/** LOGIN, in the state in which it may be. */
class LoginProcessorInstrumentation extends HookedType {

  LoginProcessorInstrumentation() {
    super("org.apache.james.imap.processor.LoginProcessor");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("processRequest")
            .and(takesArguments(3))
            .and(takesArgument(0, named("org.apache.james.imap.message.request.LoginRequest"))),
        getClass().getName() + "$LoginAdvice");
  }

  @SuppressWarnings("unused")
  public static class LoginAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static ImapLogin onEnter(@Advice.Argument(0) LoginRequest request) {
      return JamesImapAuth.login(request);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(
        @Advice.Enter ImapLogin login,
        @Advice.Argument(1) ImapSession session,
        @Advice.Thrown Throwable failure) {
      if (login != null) {
        login.end(session, failure);
      }
    }
  }
}
