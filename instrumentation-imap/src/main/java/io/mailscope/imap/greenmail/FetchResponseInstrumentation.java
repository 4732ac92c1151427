// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.greenmail;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.io.PrintWriter;
import net.bytebuddy.asm.Advice;

/** One message's FETCH response is sent. */
class FetchResponseInstrumentation extends HookedType {

  FetchResponseInstrumentation() {
    super("com.icegreen.greenmail.imap.ImapResponse");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("fetchResponse").and(takesArguments(2)).and(takesArgument(1, String.class)),
        getClass().getName() + "$FetchAdvice");
  }

  @SuppressWarnings("unused")
  public static class FetchAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit(@Advice.FieldValue("writer") PrintWriter writer) {
      // The writer throws nothing when the client is gone. It is flushed here already.
      if (writer.checkError()) {
        GreenMailImapConnection.unwritable();
      } else {
        GreenMailFetch.sent();
      }
    }
  }
}
