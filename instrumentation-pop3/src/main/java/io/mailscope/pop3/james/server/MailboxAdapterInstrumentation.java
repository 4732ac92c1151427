// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james.server;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import io.mailscope.core.session.MailStep;
import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.util.List;
import net.bytebuddy.asm.Advice;

/** {@code getMessages()}: the mailbox is listed, at the end of a login and for RSET. */
class MailboxAdapterInstrumentation extends HookedType {

  static final String MAILBOX = "org.apache.james.pop3server.mailbox.MailboxAdapter";
  private static final String DISTRIBUTED = // added in 3.7, in a jar of its own
      "org.apache.james.pop3server.mailbox.DistributedMailboxAdapter";

  MailboxAdapterInstrumentation() {
    super(MAILBOX, DISTRIBUTED);
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("getMessages").and(takesNoArguments()), getClass().getName() + "$ListAdvice");
  }

  @SuppressWarnings("unused")
  public static class ListAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static MailStep onEnter() {
      return JamesPop3Load.start();
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(
        @Advice.Enter MailStep load,
        @Advice.Return List<?> messages,
        @Advice.Thrown Throwable failure) {
      JamesPop3Load.end(load, messages, failure);
    }
  }
}
