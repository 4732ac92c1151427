// SPDX-License-Identifier: Apache-2.0
package io.mailscope.imap.james;

import static io.opentelemetry.javaagent.extension.matcher.AgentElementMatchers.extendsClass;
import static net.bytebuddy.matcher.ElementMatchers.isBridge;
import static net.bytebuddy.matcher.ElementMatchers.nameStartsWith;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import io.mailscope.hook.HookedType;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;
import reactor.core.publisher.Mono;

/** The last place where an exception can be seen before James makes a NO of it. */
class MailboxProcessorInstrumentation extends HookedType {

  private static final String PROCESSOR =
      "org.apache.james.imap.processor.AbstractMailboxProcessor";

  MailboxProcessorInstrumentation() {
    super(PROCESSOR);
  }

  @Override
  public boolean withSubclasses() {
    return true;
  }

  /** The package goes first, since it is cheap to ask for. */
  @Override
  public ElementMatcher<TypeDescription> typeMatcher() {
    return nameStartsWith("org.apache.james.imap.processor.").and(extendsClass(named(PROCESSOR)));
  }

  @Override
  public void transform(TypeTransformer transformer) {
    transformer.applyAdviceToMethod(
        named("processRequestReactive").and(takesArguments(3)).and(not(isBridge())),
        getClass().getName() + "$ProcessAdvice");
  }

  @SuppressWarnings("unused")
  public static class ProcessAdvice {
    @Advice.AssignReturned.ToReturned
    @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
    public static Mono<Void> onExit(
        @Advice.Argument(2) Object responder, @Advice.Return Mono<Void> mono) {
      return JamesImapExceptions.watch(mono, responder);
    }
  }
}
