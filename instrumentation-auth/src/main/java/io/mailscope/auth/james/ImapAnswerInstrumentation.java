// SPDX-License-Identifier: Apache-2.0
package io.mailscope.auth.james;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import org.apache.james.imap.api.display.HumanReadableText;

/** How a command is answered: by OK, or by a text only that says why not. */
class ImapAnswerInstrumentation extends HookedType {

  private static final String TEXT = "org.apache.james.imap.api.display.HumanReadableText";

  ImapAnswerInstrumentation() {
    super("org.apache.james.imap.processor.AbstractMailboxProcessor");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    String name = getClass().getName();
    transformer.applyAdviceToMethod(named("okComplete").and(takesArguments(2)), name + "$OkAdvice");
    transformer.applyAdviceToMethod(
        named("no").and(takesArguments(3)).and(takesArgument(2, named(TEXT))), name + "$NoAdvice");
    transformer.applyAdviceToMethod(
        named("bye").and(takesArguments(2)).and(takesArgument(1, named(TEXT))),
        name + "$ByeAdvice");
  }

  @SuppressWarnings("unused")
  public static class OkAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter() {
      JamesImapAuth.accepted();
    }
  }

  @SuppressWarnings("unused")
  public static class NoAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(@Advice.Argument(2) HumanReadableText text) {
      JamesImapAuth.refused(text.getKey());
    }
  }

  @SuppressWarnings("unused")
  public static class ByeAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(@Advice.Argument(1) HumanReadableText text) {
      JamesImapAuth.refused(text.getKey());
    }
  }
}
