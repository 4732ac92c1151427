// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import org.apache.james.protocols.api.Request;
import org.apache.james.protocols.api.Response;

/** AUTH, from the command to the check of user and password, or to what is none. */
class AuthCmdHandlerInstrumentation extends HookedType {

  AuthCmdHandlerInstrumentation() {
    super("org.apache.james.protocols.smtp.core.esmtp.AuthCmdHandler");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    String name = getClass().getName();
    transformer.applyAdviceToMethod(
        named("onCommand")
            .and(takesArguments(2))
            .and(takesArgument(0, named("org.apache.james.protocols.smtp.SMTPSession"))),
        name + "$CommandAdvice");
    transformer.applyAdviceToMethod(
        namedOneOf("doPlainAuth", "doPlainAuthPass").and(takesArguments(2)), name + "$PlainAdvice");
    transformer.applyAdviceToMethod(
        named("doLoginAuthPass").and(takesArguments(2)), name + "$LoginAdvice");
    transformer.applyAdviceToMethod(
        named("doAuthTest").and(takesArguments(4)).and(takesArgument(3, String.class)),
        name + "$TestAdvice");
    transformer.applyAdviceToMethod(named("doUnknownAuth"), name + "$UnknownAdvice");
  }

  @SuppressWarnings("unused")
  public static class CommandAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(@Advice.Argument(1) Request request) {
      JamesSmtpAuth.read(request);
    }
  }

  @SuppressWarnings("unused")
  public static class PlainAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit() {
      JamesSmtpAuth.decoded();
    }
  }

  /** The user's name was read; James asks for the password, unless it fails at the name. */
  @SuppressWarnings("unused")
  public static class LoginAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(@Advice.Thrown Throwable failure) {
      if (failure != null) {
        JamesSmtpAuth.decoded();
      }
    }
  }

  @SuppressWarnings("unused")
  public static class TestAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static CredentialCheck onEnter(
        @Advice.Argument(1) Object user,
        @Advice.Argument(2) Object password,
        @Advice.Argument(3) String mechanism) {
      return JamesSmtpAuth.start(user, password, mechanism);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(
        @Advice.Enter CredentialCheck check,
        @Advice.Return Response response,
        @Advice.Thrown Throwable failure) {
      JamesSmtpAuth.end(check, response, failure);
    }
  }

  @SuppressWarnings("unused")
  public static class UnknownAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter() {
      JamesSmtpAuth.unknown();
    }
  }
}
