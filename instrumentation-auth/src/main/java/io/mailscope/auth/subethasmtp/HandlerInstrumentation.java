// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.subethasmtp;

import static net.bytebuddy.matcher.ElementMatchers.declaresField;
import static net.bytebuddy.matcher.ElementMatchers.isDeclaredBy;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** SubEtha's own handlers for PLAIN and LOGIN: they know the user of a login that fails. */
class HandlerInstrumentation extends HookedType {

  HandlerInstrumentation() {
    super(
        SubEthaAuthHooks.SUBETHA + "auth.PlainAuthenticationHandlerFactory$Handler",
        SubEthaAuthHooks.SUBETHA + "auth.LoginAuthenticationHandlerFactory$Handler",
        SubEthaAuthHooks.FAKE_SMTP_SERVER + "auth.PlainAuthenticationHandlerFactory$Handler",
        SubEthaAuthHooks.FAKE_SMTP_SERVER + "auth.LoginAuthenticationHandlerFactory$Handler");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("auth")
            .and(takesArgument(0, String.class))
            .and(isDeclaredBy(declaresField(named("username")))),
        getClass().getName() + "$UserAdvice");
  }

  @SuppressWarnings("unused")
  public static class UserAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(@Advice.FieldValue("username") String user) {
      SubEthaExchange.user(user);
    }
  }
}
