// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** AUTHENTICATE of IMAP. */
class AuthenticateCommandInstrumentation extends HookedType {

  AuthenticateCommandInstrumentation() {
    super("com.icegreen.greenmail.imap.commands.AuthenticateCommand");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("doProcess").and(takesArguments(3)), getClass().getName() + "$ProcessAdvice");
  }

  @SuppressWarnings("unused")
  public static class ProcessAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit() {
      ImapAuthenticate.end();
    }
  }
}
