// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import org.apache.james.protocols.api.Response;

/** AUTH XOAUTH2 and OAUTHBEARER, since James 3.7; the method has another name since 3.9. */
class SmtpTokenInstrumentation extends HookedType {

  SmtpTokenInstrumentation() {
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
        namedOneOf("doSASLAuthentication", "doOauth2Authentication")
            .and(takesArguments(2))
            .and(takesArgument(1, String.class)),
        getClass().getName() + "$TokenAdvice");
  }

  @SuppressWarnings("unused")
  public static class TokenAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static CredentialCheck onEnter(@Advice.Argument(1) String response) {
      return JamesSmtpAuth.startToken(response != null);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(
        @Advice.Enter CredentialCheck check,
        @Advice.Argument(0) Object session,
        @Advice.Return Response response,
        @Advice.Thrown Throwable failure) {
      JamesSmtpAuth.endToken(check, session, response, failure);
    }
  }
}
