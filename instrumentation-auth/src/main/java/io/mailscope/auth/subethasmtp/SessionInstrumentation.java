// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.subethasmtp;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** What SubEtha makes of a step: its reply, and whom it remembers as logged in. */
class SessionInstrumentation extends HookedType {

  SessionInstrumentation() {
    super(
        SubEthaAuthHooks.SUBETHA + "server.Session",
        SubEthaAuthHooks.FAKE_SMTP_SERVER + "server.Session");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("sendResponse").and(takesArguments(1)).and(takesArgument(0, String.class)),
        getClass().getName() + "$ReplyAdvice");
    transformer.applyAdviceToMethod(
        named("setAuthenticationHandler").and(takesArguments(1)),
        getClass().getName() + "$LoginAdvice");
  }

  @SuppressWarnings("unused")
  public static class ReplyAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(@Advice.Argument(0) String line) {
      SubEthaExchange.reply(line);
    }
  }

  @SuppressWarnings("unused")
  public static class LoginAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(@Advice.Argument(0) Object handler) {
      SubEthaExchange.accepted(handler);
    }
  }
}
