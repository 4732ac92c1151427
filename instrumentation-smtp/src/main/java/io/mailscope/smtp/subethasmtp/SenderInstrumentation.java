// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.subethasmtp;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** Where SubEtha itself takes the address out of MAIL and RCPT. */
class SenderInstrumentation extends HookedType {

  SenderInstrumentation() {
    super(SubEthaTypes.named("util.EmailUtils", "internal.util.EmailUtils"));
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("extractEmailAddress").and(takesArguments(2)).and(takesArgument(0, String.class)),
        getClass().getName() + "$ExtractAdvice");
  }

  @SuppressWarnings("unused")
  public static class ExtractAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit(@Advice.Return String address) {
      SubEthaConnection.address(address);
    }
  }
}
