// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.greenmail;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** {@code astring} reads a word of an IMAP command. */
class CommandParserInstrumentation extends HookedType {

  CommandParserInstrumentation() {
    super("com.icegreen.greenmail.imap.commands.CommandParser");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("astring").and(takesArguments(1)), getClass().getName() + "$StringAdvice");
  }

  @SuppressWarnings("unused")
  public static class StringAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(@Advice.Return String word, @Advice.Thrown Throwable failure) {
      ImapAuthenticate.read(word, failure);
    }
  }
}
