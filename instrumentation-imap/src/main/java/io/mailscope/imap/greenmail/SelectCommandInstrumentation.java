// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.greenmail;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import com.icegreen.greenmail.imap.ImapSession;
import io.mailscope.core.session.MailStep;
import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** SELECT, and EXAMINE, which extends it. */
class SelectCommandInstrumentation extends HookedType {

  SelectCommandInstrumentation() {
    super("com.icegreen.greenmail.imap.commands.SelectCommand");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("selectMailbox")
            .and(takesArguments(3))
            .and(takesArgument(0, String.class))
            .and(takesArgument(1, named("com.icegreen.greenmail.imap.ImapSession")))
            .and(takesArgument(2, boolean.class)),
        getClass().getName() + "$SelectAdvice");
  }

  @SuppressWarnings("unused")
  public static class SelectAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static MailStep onEnter(
        @Advice.Argument(0) String mailbox, @Advice.Argument(2) boolean readOnly) {
      return GreenMailSelect.start(mailbox, readOnly);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(
        @Advice.Argument(1) ImapSession session,
        @Advice.Enter MailStep select,
        @Advice.Thrown Throwable failure) {
      GreenMailSelect.end(select, session, failure);
    }
  }
}
