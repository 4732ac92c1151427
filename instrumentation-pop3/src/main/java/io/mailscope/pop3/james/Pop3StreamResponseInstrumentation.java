// SPDX-License-Identifier: Apache-2.0
package io.mailscope.pop3.james;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesNoArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.io.InputStream;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.AssignReturned;

/** {@code getStream()}: the message that follows the reply, which Netty reads as it can send it. */
class Pop3StreamResponseInstrumentation extends HookedType {

  Pop3StreamResponseInstrumentation() {
    super("org.apache.james.protocols.pop3.POP3StreamResponse");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("getStream").and(takesNoArguments()), getClass().getName() + "$StreamAdvice");
  }

  @SuppressWarnings("unused")
  public static class StreamAdvice {
    @AssignReturned.ToReturned
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static InputStream onExit(@Advice.Return InputStream content) {
      return JamesPop3Content.of(content);
    }
  }
}
