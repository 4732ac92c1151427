// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james.netty3;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.context.Scope;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import org.apache.james.imap.api.ImapMessage;

/** Where a command word was read, known to James or not, and what follows it is. */
class ImapDecoderInstrumentation extends HookedType {

  ImapDecoderInstrumentation() {
    super("org.apache.james.imap.decode.main.DefaultImapDecoder");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("decodeCommandNamed").and(takesArguments(4)).and(takesArgument(2, String.class)),
        getClass().getName() + "$WordAdvice");
    transformer.applyAdviceToMethod(
        named("decode")
            .and(takesArguments(2))
            .and(takesArgument(1, named("org.apache.james.imap.api.process.ImapSession"))),
        getClass().getName() + "$DecodeAdvice");
  }

  /** Throws where more is needed: then the same is decoded again. */
  @SuppressWarnings("unused")
  public static class DecodeAdvice {
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static void onExit(
        @Advice.Argument(1) Object session, @Advice.Return ImapMessage message) {
      Netty3ImapConnection.decoded(session, message);
    }
  }

  @SuppressWarnings("unused")
  public static class WordAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static Scope onEnter(
        @Advice.Argument(2) String word, @Advice.Argument(3) Object session) {
      return Netty3ImapConnection.word(session, word);
    }

    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static void onExit(@Advice.Enter Scope scope) {
      if (scope != null) {
        scope.close();
      }
    }
  }
}
