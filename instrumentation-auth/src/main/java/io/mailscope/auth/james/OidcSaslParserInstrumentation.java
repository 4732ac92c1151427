// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.util.Optional;
import net.bytebuddy.asm.Advice;

/** {@code parse} takes a token and its user out of what the client sent, on SMTP and IMAP. */
class OidcSaslParserInstrumentation extends HookedType {

  OidcSaslParserInstrumentation() {
    super("org.apache.james.protocols.api.OIDCSASLParser");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("parse").and(takesArguments(1)).and(takesArgument(0, String.class)),
        getClass().getName() + "$ParseAdvice");
  }

  @SuppressWarnings("unused")
  public static class ParseAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit(@Advice.Return Optional<?> parsed) {
      JamesToken.parsed(parsed);
    }
  }
}
