// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.greenmail;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import com.icegreen.greenmail.store.MailFolder;
import io.mailscope.core.session.MailStep;
import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/** {@code getInbox} opens the maildrop; all protocols use it. */
class ImapHostManagerInstrumentation extends HookedType {

  ImapHostManagerInstrumentation() {
    super("com.icegreen.greenmail.imap.ImapHostManagerImpl");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("getInbox")
            .and(takesArguments(1))
            .and(takesArgument(0, named("com.icegreen.greenmail.user.GreenMailUser"))),
        getClass().getName() + "$InboxAdvice");
  }

  @SuppressWarnings("unused")
  public static class InboxAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static MailStep onEnter() {
      return GreenMailPop3Load.start();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(
        @Advice.Enter MailStep load,
        @Advice.Return MailFolder inbox,
        @Advice.Thrown Throwable failure) {
      GreenMailPop3Load.end(load, inbox, failure);
    }
  }
}
