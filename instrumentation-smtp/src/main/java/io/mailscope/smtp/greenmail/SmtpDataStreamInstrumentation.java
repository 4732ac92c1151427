// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.greenmail;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.io.IOException;
import java.io.InputStream;
import net.bytebuddy.asm.Advice;

/** The message data since GreenMail 1.6.3: read whole, behind headers of GreenMail's own. */
class SmtpDataStreamInstrumentation extends HookedType {

  SmtpDataStreamInstrumentation() {
    super("com.icegreen.greenmail.smtp.SmtpConnection");
  }

  @Override
  public String alternative() {
    return "message data";
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("dotLimitedInputStream").and(takesArguments(1)).and(takesArgument(0, byte[].class)),
        getClass().getName() + "$DataAdvice");
  }

  @SuppressWarnings("unused")
  public static class DataAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(
        @Advice.Argument(0) byte[] headers,
        @Advice.Return InputStream content,
        @Advice.Thrown Throwable failure)
        throws IOException {
      // GreenMail cuts the content's last CRLF off together with the final dot.
      GreenMailSmtpConnection.dataRead(
          content == null ? 0 : (long) content.available() - headers.length + 2, failure);
    }
  }
}
