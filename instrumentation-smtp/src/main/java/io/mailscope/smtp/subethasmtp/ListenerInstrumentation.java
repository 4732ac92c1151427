// SPDX-License-Identifier: Apache-2.0
package io.mailscope.smtp.subethasmtp;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.io.InputStream;
import net.bytebuddy.asm.Advice;

/** The handler for listeners that are lambdas, since 4.0: it makes refusals of their failures. */
class ListenerInstrumentation extends HookedType {

  ListenerInstrumentation() {
    super(SubEthaTypes.named("helper.BasicMessageHandlerFactory$BasicMessageHandler"));
  }

  @Override
  public String alternative() {
    return "refusals";
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("data").and(takesArguments(1)).and(takesArgument(0, InputStream.class)),
        getClass().getName() + "$DataAdvice");
  }

  @SuppressWarnings("unused")
  public static class DataAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(@Advice.Thrown Throwable failure) {
      SubEthaConnection.listenerFailed(failure);
    }
  }
}
