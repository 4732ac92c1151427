// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import org.apache.james.imap.message.request.AbstractMailboxSelectionRequest;
import reactor.core.publisher.Mono;

/** SELECT and EXAMINE, before James makes replies of their exceptions. */
class SelectionProcessorInstrumentation extends HookedType {

  SelectionProcessorInstrumentation() {
    super("org.apache.james.imap.processor.AbstractSelectionProcessor");
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("respond")
            .and(takesArguments(4))
            .and(
                takesArgument(
                    2,
                    named(
                        "org.apache.james.imap.message.request.AbstractMailboxSelectionRequest"))),
        getClass().getName() + "$SelectAdvice");
  }

  @SuppressWarnings("unused")
  public static class SelectAdvice {
    @Advice.AssignReturned.ToReturned
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static Mono<Void> onExit(
        @Advice.Argument(2) AbstractMailboxSelectionRequest request,
        @Advice.Argument(3) Object responder,
        @Advice.Return Mono<Void> mono) {
      return SelectMono.wrap(mono, responder, request);
    }
  }
}
