// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.greenmail;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** Where a command word is looked up, once it is read; for UID twice. */
class ImapCommandFactoryInstrumentation extends HookedType {

  ImapCommandFactoryInstrumentation() {
    super("com.icegreen.greenmail.imap.commands.ImapCommandFactory");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("getCommand").and(takesArguments(1)).and(takesArgument(0, String.class)),
        getClass().getName() + "$WordAdvice");
  }

  @SuppressWarnings("unused")
  public static class WordAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(@Advice.Argument(0) String word) {
      GreenMailImapRequest.word(word);
    }
  }
}
