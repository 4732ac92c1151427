// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import org.apache.james.protocols.api.Response;

/** AUTH PLAIN with no more than a name, since James 3.8: its hooks decide whether that may be. */
class SmtpDelegationInstrumentation extends HookedType {

  SmtpDelegationInstrumentation() {
    super("org.apache.james.protocols.smtp.core.esmtp.AuthCmdHandler");
  }

  /** James 3.7 has the one only. */
  @Override
  public String alternative() {
    return "no password";
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("doDelegation").and(takesArguments(2)), getClass().getName() + "$DelegationAdvice");
  }

  @SuppressWarnings("unused")
  public static class DelegationAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static CredentialCheck onEnter(@Advice.Argument(1) Object user) {
      return JamesSmtpAuth.startDelegation(user);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(
        @Advice.Enter CredentialCheck check,
        @Advice.Return Response response,
        @Advice.Thrown Throwable failure) {
      JamesSmtpAuth.end(check, response, failure);
    }
  }
}
