// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import org.apache.james.imap.api.ImapMessage;
import reactor.core.publisher.Mono;

/** A command from its decoding on. James assembles the Mono here; it runs later. */
class DefaultProcessorInstrumentation extends HookedType {

  DefaultProcessorInstrumentation() {
    super("org.apache.james.imap.processor.DefaultProcessor");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("processReactive").and(takesArguments(3)), getClass().getName() + "$ProcessAdvice");
  }

  @SuppressWarnings("unused")
  public static class ProcessAdvice {
    @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
    public static AttachedCommand onEnter(
        @Advice.Argument(0) ImapMessage message,
        @Advice.Argument(1) Object responder,
        @Advice.Argument(2) Object session) {
      return AttachedCommand.start(message, responder, session);
    }

    @Advice.AssignReturned.ToReturned
    @Advice.OnMethodExit(suppress = Throwable.class, onThrowable = Throwable.class, inline = false)
    public static Mono<Void> onExit(
        @Advice.Enter AttachedCommand command,
        @Advice.Return Mono<Void> work,
        @Advice.Thrown Throwable failure) {
      return command == null ? work : command.end(work, failure);
    }
  }
}
