// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.message.request.AuthenticateRequest;

/** AUTHENTICATE: its mechanism, and its credentials once they are there. */
class AuthenticateProcessorInstrumentation extends HookedType {

  AuthenticateProcessorInstrumentation() {
    super("org.apache.james.imap.processor.AuthenticateProcessor");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    String name = getClass().getName();
    transformer.applyAdviceToMethod(
        named("processRequest")
            .and(takesArguments(3))
            .and(
                takesArgument(
                    0, named("org.apache.james.imap.message.request.AuthenticateRequest"))),
        name + "$MechanismAdvice");
    transformer.applyAdviceToMethod(
        namedOneOf("doPlainAuth", "doOAuth")
            .and(takesArguments(4))
            .and(takesArgument(0, String.class)),
        name + "$CredentialsAdvice");
    transformer.applyAdviceToMethod(named("parseDelegationAttempt"), name + "$DecodeAdvice");
  }

  @SuppressWarnings("unused")
  public static class MechanismAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static ImapLogin onEnter(@Advice.Argument(0) AuthenticateRequest request) {
      return JamesImapAuth.authenticate(request);
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

  @SuppressWarnings("unused")
  public static class CredentialsAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static ImapLogin onEnter(
        @Advice.Argument(0) String response, @Advice.Argument(2) Object request) {
      return JamesImapAuth.start(request, response);
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

  @SuppressWarnings("unused")
  public static class DecodeAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit(@Advice.Return Object credentials) {
      JamesImapAuth.decoded(credentials);
    }
  }
}
