// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.greenmail;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import com.icegreen.greenmail.imap.ImapSession;
import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;

/**
 * The beginning and the end of each line's answer. The wait for the line lies before it, in {@code
 * handleRequest}.
 */
class ImapRequestHandlerInstrumentation extends HookedType {

  ImapRequestHandlerInstrumentation() {
    super("com.icegreen.greenmail.imap.ImapRequestHandler");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("doProcessRequest")
            .and(takesArguments(3))
            .and(takesArgument(2, named("com.icegreen.greenmail.imap.ImapSession"))),
        getClass().getName() + "$RequestAdvice");
  }

  @SuppressWarnings("unused")
  public static class RequestAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static void onEnter(@Advice.Argument(2) ImapSession session) {
      GreenMailImapRequest.begin(session);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(@Advice.Thrown Throwable failure) {
      GreenMailImapRequest.end(failure);
    }
  }
}
