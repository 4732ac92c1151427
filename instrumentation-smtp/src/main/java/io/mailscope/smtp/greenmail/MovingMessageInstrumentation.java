// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.greenmail;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.io.BufferedReader;
import net.bytebuddy.asm.Advice;

/** The message data until GreenMail 1.6.2: read line by line into a string. */
class MovingMessageInstrumentation extends HookedType {

  MovingMessageInstrumentation() {
    super("com.icegreen.greenmail.mail.MovingMessage");
  }

  @Override
  public String alternative() {
    return "message data";
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("readDotTerminatedContent")
            .and(takesArguments(1))
            .and(takesArgument(0, BufferedReader.class)),
        getClass().getName() + "$DataAdvice");
  }

  @SuppressWarnings("unused")
  public static class DataAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(@Advice.This Object message, @Advice.Thrown Throwable failure) {
      GreenMailSmtpConnection.dataRead(
          failure == null ? GreenMailMessage.sizeOfContent(message) : 0, failure);
    }
  }
}
